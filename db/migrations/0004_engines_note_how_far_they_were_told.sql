CREATE TABLE "search_position" (
	"index" text PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL
);
