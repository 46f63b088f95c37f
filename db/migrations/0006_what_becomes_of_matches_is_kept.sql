CREATE TABLE "match_feedback" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"challenge_id" uuid,
	"listing_kind" text NOT NULL,
	"listing_id" uuid NOT NULL,
	"person_id" uuid,
	"organization_id" uuid,
	"reason" text,
	"note" text DEFAULT '' NOT NULL,
	"rank" smallint,
	"features" jsonb,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "match_feedback_kind_known" CHECK ("match_feedback"."kind" in ('shown', 'opened', 'not_fit', 'bid', 'awarded')),
	CONSTRAINT "match_feedback_listing_kind_known" CHECK ("match_feedback"."listing_kind" in ('achievement', 'capability')),
	CONSTRAINT "match_feedback_reason_of_refusal" CHECK (("match_feedback"."kind" = 'not_fit') = ("match_feedback"."reason" is not null)),
	CONSTRAINT "match_feedback_reason_known" CHECK ("match_feedback"."reason" in ('too_early', 'benefit_unclear', 'price', 'terms', 'not_our_field', 'description_unclear', 'already_solved', 'figures_missed', 'other')),
	CONSTRAINT "match_feedback_note_short" CHECK (length("match_feedback"."note") <= 500),
	CONSTRAINT "match_feedback_rank" CHECK ("match_feedback"."rank" is null or "match_feedback"."rank" >= 1)
);
--> statement-breakpoint
ALTER TABLE "match_feedback" ADD CONSTRAINT "match_feedback_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_feedback" ADD CONSTRAINT "match_feedback_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_feedback" ADD CONSTRAINT "match_feedback_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "match_feedback_once" ON "match_feedback" USING btree ("challenge_id","listing_id","kind") WHERE "match_feedback"."challenge_id" is not null;--> statement-breakpoint
CREATE INDEX "match_feedback_listing" ON "match_feedback" USING btree ("listing_id","kind");