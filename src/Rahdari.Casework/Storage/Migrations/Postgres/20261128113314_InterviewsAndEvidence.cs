using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Casework.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class InterviewsAndEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_referral_events",
                schema: "casework",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_referral_events", x => new { x.referral_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "case_referrals",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    encounter = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    circle = table.Column<string>(type: "text", nullable: true),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    stage = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_referrals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    content_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_events",
                schema: "casework",
                columns: table => new
                {
                    evidence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_events", x => new { x.evidence_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "evidence_parts",
                schema: "casework",
                columns: table => new
                {
                    content_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_parts", x => new { x.content_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "interview_drafts",
                schema: "casework",
                columns: table => new
                {
                    encounter = table.Column<string>(type: "text", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kept_by = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interview_drafts", x => x.encounter);
                });

            migrationBuilder.CreateTable(
                name: "vault_check",
                schema: "casework",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    check = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_check", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_referral_events_id",
                schema: "casework",
                table: "case_referral_events",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_referrals_circle_stage",
                schema: "casework",
                table: "case_referrals",
                columns: new[] { "circle", "stage" });

            migrationBuilder.CreateIndex(
                name: "ix_case_referrals_encounter",
                schema: "casework",
                table: "case_referrals",
                column: "encounter",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_referrals_number",
                schema: "casework",
                table: "case_referrals",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_referrals_organisation",
                schema: "casework",
                table: "case_referrals",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_case_id_item",
                schema: "casework",
                table: "evidence",
                columns: new[] { "case_id", "item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_content_id",
                schema: "casework",
                table: "evidence",
                column: "content_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_events_id",
                schema: "casework",
                table: "evidence_events",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_parts_at",
                schema: "casework",
                table: "evidence_parts",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_referral_events",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "case_referrals",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "evidence",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "evidence_events",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "evidence_parts",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "interview_drafts",
                schema: "casework");

            migrationBuilder.DropTable(
                name: "vault_check",
                schema: "casework");
        }
    }
}
