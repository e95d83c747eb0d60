CREATE TABLE "demo_seed" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"began_at" timestamp(3) with time zone NOT NULL,
	"finished_at" timestamp(3) with time zone,
	CONSTRAINT "demo_seed_only" CHECK ("demo_seed"."only")
);
