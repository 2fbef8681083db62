-- AlterTable
ALTER TABLE "commit_entry" ADD COLUMN     "entry" TEXT;
