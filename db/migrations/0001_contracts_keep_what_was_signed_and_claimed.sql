CREATE TABLE "contract_document" (
	"contract_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "contract_document_contract_id_version_pk" PRIMARY KEY("contract_id","version")
);
--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "acceptance" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "refusal_ground" text;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "claimed_amount_fen" bigint;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "accepted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "amount_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "cancelled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "contract_entry" ADD COLUMN "salt" text NOT NULL;--> statement-breakpoint
ALTER TABLE "contract_entry" ADD COLUMN "commitment" text NOT NULL;--> statement-breakpoint
ALTER TABLE "contract_signature" ADD COLUMN "statement" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contract_document" ADD CONSTRAINT "contract_document_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_claimed_amount" CHECK ("contract"."claimed_amount_fen" is null or "contract"."claimed_amount_fen" between 0 and "contract"."contract_value_fen");