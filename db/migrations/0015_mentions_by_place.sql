ALTER TABLE "mark_mention" ADD COLUMN "owner" uuid;--> statement-breakpoint
ALTER TABLE "mark_mention" ADD COLUMN "client_id" bigint;--> statement-breakpoint
ALTER TABLE "mark_mention" ADD COLUMN "clock" bigint;--> statement-breakpoint
-- Where the marks of these stand is not known any more: under no client's id, so that only opening the layer ends them.
UPDATE "mark_mention" SET "owner" = "author", "client_id" = -1, "clock" = 0;--> statement-breakpoint
ALTER TABLE "mark_mention" ALTER COLUMN "owner" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "mark_mention" ALTER COLUMN "client_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "mark_mention" ALTER COLUMN "clock" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "mark_mention" DROP CONSTRAINT "mark_mention_channel_person_id_author_pk";--> statement-breakpoint
ALTER TABLE "mark_mention" ADD CONSTRAINT "mark_mention_channel_owner_client_id_clock_person_id_pk" PRIMARY KEY("channel","owner","client_id","clock","person_id");
