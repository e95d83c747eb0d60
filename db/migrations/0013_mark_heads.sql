ALTER TABLE "mark_channel" ADD COLUMN "head" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "mark_channel" SET "head" = greatest(
	(SELECT max("seq") FROM "mark_update" WHERE "mark_update"."channel" = "mark_channel"."channel"),
	(SELECT max("seq") FROM "mark_snapshot" WHERE "mark_snapshot"."channel" = "mark_channel"."channel"),
	0);
