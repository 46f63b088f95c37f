CREATE INDEX "challenge_tags" ON "challenge" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "achievement_maturity" ON "achievement" USING btree ("state","trl" DESC NULLS LAST,"listed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "achievement_tags" ON "achievement" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "capability_tags" ON "capability" USING gin ("tags");