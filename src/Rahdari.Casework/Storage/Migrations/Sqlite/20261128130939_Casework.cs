using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Casework.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Casework : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    circle = table.Column<string>(type: "TEXT", nullable: false),
                    to_circle = table.Column<string>(type: "TEXT", nullable: true),
                    stage = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    next_due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "casework_audit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", nullable: true),
                    subject_id = table.Column<string>(type: "TEXT", nullable: true),
                    port = table.Column<string>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_casework_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "casework_events",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_casework_events", x => new { x.subject_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "casework_ledger",
                columns: table => new
                {
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_casework_ledger", x => new { x.node, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "casework_ledger_heads",
                columns: table => new
                {
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_casework_ledger_heads", x => x.node);
                });

            migrationBuilder.CreateTable(
                name: "contribution_texts",
                columns: table => new
                {
                    contribution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    organisation = table.Column<string>(type: "TEXT", nullable: true),
                    receipt_hash = table.Column<string>(type: "TEXT", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contribution_texts", x => x.contribution_id);
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
                name: "law_books",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_books", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "strategy_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategy_records", x => x.id);
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
                name: "ix_cases_circle_next_due",
                table: "cases",
                columns: new[] { "circle", "next_due" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_circle_stage",
                table: "cases",
                columns: new[] { "circle", "stage" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_number",
                table: "cases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_casework_audit_actor_at",
                table: "casework_audit",
                columns: new[] { "actor", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_casework_audit_at",
                table: "casework_audit",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_casework_audit_subject_id_at",
                table: "casework_audit",
                columns: new[] { "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_casework_events_id",
                table: "casework_events",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_casework_ledger_id",
                table: "casework_ledger",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contribution_texts_receipt_hash",
                table: "contribution_texts",
                column: "receipt_hash",
                unique: true);

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
                name: "ix_evidence_parts_at",
                table: "evidence_parts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_strategy_records_kind_parent_id",
                table: "strategy_records",
                columns: new[] { "kind", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_strategy_records_number",
                table: "strategy_records",
                column: "number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_referrals");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "casework_audit");

            migrationBuilder.DropTable(
                name: "casework_events");

            migrationBuilder.DropTable(
                name: "casework_ledger");

            migrationBuilder.DropTable(
                name: "casework_ledger_heads");

            migrationBuilder.DropTable(
                name: "contribution_texts");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "evidence_parts");

            migrationBuilder.DropTable(
                name: "interview_drafts");

            migrationBuilder.DropTable(
                name: "law_books");

            migrationBuilder.DropTable(
                name: "strategy_records");

            migrationBuilder.DropTable(
                name: "vault_check");
        }
    }
}
