using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Casework.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InterviewsAndEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_referral_events",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_referral_events", x => new { x.referral_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "case_referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    encounter = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    circle = table.Column<string>(type: "TEXT", nullable: true),
                    organisation = table.Column<string>(type: "TEXT", nullable: true),
                    stage = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_referrals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    content_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    wrapped_key = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_events",
                columns: table => new
                {
                    evidence_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_events", x => new { x.evidence_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "evidence_parts",
                columns: table => new
                {
                    content_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_parts", x => new { x.content_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "interview_drafts",
                columns: table => new
                {
                    encounter = table.Column<string>(type: "TEXT", nullable: false),
                    kept_at = table.Column<long>(type: "INTEGER", nullable: false),
                    kept_by = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interview_drafts", x => x.encounter);
                });

            migrationBuilder.CreateTable(
                name: "vault_check",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    check = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_check", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_referral_events_id",
                table: "case_referral_events",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_referrals_circle_stage",
                table: "case_referrals",
                columns: new[] { "circle", "stage" });

            migrationBuilder.CreateIndex(
                name: "ix_case_referrals_encounter",
                table: "case_referrals",
                column: "encounter",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_referrals_number",
                table: "case_referrals",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_referrals_organisation",
                table: "case_referrals",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_case_id_item",
                table: "evidence",
                columns: new[] { "case_id", "item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_content_id",
                table: "evidence",
                column: "content_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_events_id",
                table: "evidence_events",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_parts_at",
                table: "evidence_parts",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_referral_events");

            migrationBuilder.DropTable(
                name: "case_referrals");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "evidence_events");

            migrationBuilder.DropTable(
                name: "evidence_parts");

            migrationBuilder.DropTable(
                name: "interview_drafts");

            migrationBuilder.DropTable(
                name: "vault_check");
        }
    }
}
