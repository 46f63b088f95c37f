CREATE TABLE "match_alert" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"challenge_id" uuid NOT NULL,
	"listing_kind" text NOT NULL,
	"listing_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"rank" smallint NOT NULL,
	"met" smallint NOT NULL,
	"targets" smallint NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "match_alert_kind_known" CHECK ("match_alert"."kind" in ('for_poser', 'for_lister')),
	CONSTRAINT "match_alert_listing_kind_known" CHECK ("match_alert"."listing_kind" in ('achievement', 'capability')),
	CONSTRAINT "match_alert_met" CHECK ("match_alert"."met" between 0 and "match_alert"."targets")
);
--> statement-breakpoint
CREATE TABLE "saved_search" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"list" text NOT NULL,
	"path" text NOT NULL,
	"name" text NOT NULL,
	"alerts" text NOT NULL,
	"watched_since" timestamp (3) with time zone NOT NULL,
	"known" uuid[],
	CONSTRAINT "saved_search_alerts_known" CHECK ("saved_search"."alerts" in ('at_once', 'digest', 'none')),
	CONSTRAINT "saved_search_path_of_list" CHECK (starts_with("saved_search"."path", "saved_search"."list"))
);
--> statement-breakpoint
CREATE TABLE "saved_search_hit" (
	"saved_search_id" uuid NOT NULL,
	"thing_id" uuid NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "saved_search_hit_saved_search_id_thing_id_pk" PRIMARY KEY("saved_search_id","thing_id")
);
--> statement-breakpoint
ALTER TABLE "match_alert" ADD CONSTRAINT "match_alert_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_alert" ADD CONSTRAINT "match_alert_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_hit" ADD CONSTRAINT "saved_search_hit_saved_search_id_saved_search_id_fk" FOREIGN KEY ("saved_search_id") REFERENCES "public"."saved_search"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "match_alert_once" ON "match_alert" USING btree ("challenge_id","listing_id","kind");--> statement-breakpoint
CREATE INDEX "match_alert_listing" ON "match_alert" USING btree ("listing_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_search_once" ON "saved_search" USING btree ("person_id","path");--> statement-breakpoint
CREATE INDEX "saved_search_watched" ON "saved_search" USING btree ("list","id") WHERE "saved_search"."alerts" <> 'none';