using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "border");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject_kind = table.Column<string>(type: "text", nullable: true),
                    subject_id = table.Column<string>(type: "text", nullable: true),
                    port = table.Column<string>(type: "text", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "crossings",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    port = table.Column<string>(type: "text", nullable: false),
                    counter = table.Column<string>(type: "text", nullable: false),
                    direction = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    encounter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    traveller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_code = table.Column<string>(type: "text", nullable: false),
                    issuing_state = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    nationality = table.Column<string>(type: "text", nullable: false),
                    primary_identifier = table.Column<string>(type: "text", nullable: false),
                    secondary_identifier = table.Column<string>(type: "text", nullable: false),
                    date_of_birth = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    sex = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    advice = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    advice_reasons = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    permitted_until = table.Column<DateOnly>(type: "date", nullable: true),
                    idempotency_key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crossings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "encounters",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    port = table.Column<string>(type: "text", nullable: false),
                    counter = table.Column<string>(type: "text", nullable: false),
                    direction = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_by = table.Column<string>(type: "text", nullable: false),
                    traveller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    advice = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    referral_key = table.Column<string>(type: "text", nullable: true),
                    crossing_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_encounters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hits",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    encounter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    port = table.Column<string>(type: "text", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    list_version = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    primary_name = table.Column<string>(type: "text", nullable: false),
                    match = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    resolved_by = table.Column<string>(type: "text", nullable: true),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger",
                schema: "border",
                columns: table => new
                {
                    node = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger", x => new { x.node, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "ledger_heads",
                schema: "border",
                columns: table => new
                {
                    node = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_heads", x => x.node);
                });

            migrationBuilder.CreateTable(
                name: "ledger_receipts",
                schema: "border",
                columns: table => new
                {
                    node = table.Column<string>(type: "text", nullable: false),
                    destination = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_receipts", x => new { x.node, x.destination });
                });

            migrationBuilder.CreateTable(
                name: "traveller_documents",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    traveller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuing_state = table.Column<string>(type: "text", nullable: false),
                    document_code = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    nationality = table.Column<string>(type: "text", nullable: false),
                    primary_identifier = table.Column<string>(type: "text", nullable: false),
                    secondary_identifier = table.Column<string>(type: "text", nullable: false),
                    date_of_birth = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    sex = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    date_of_expiry = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    first_seen = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "travellers",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_seen = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_travellers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "watchlist_entries",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    until_version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_watchlist_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "watchlist_versions",
                schema: "border",
                columns: table => new
                {
                    list = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    imported_by = table.Column<string>(type: "text", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    individuals = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    delisted = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_watchlist_versions", x => new { x.list, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_actor_at",
                schema: "border",
                table: "audit",
                columns: new[] { "actor", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_at",
                schema: "border",
                table: "audit",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_subject_id",
                schema: "border",
                table: "audit",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_crossings_document_number",
                schema: "border",
                table: "crossings",
                column: "document_number");

            migrationBuilder.CreateIndex(
                name: "ix_crossings_node_idempotency_key",
                schema: "border",
                table: "crossings",
                columns: new[] { "node", "idempotency_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_crossings_port_at",
                schema: "border",
                table: "crossings",
                columns: new[] { "port", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_crossings_primary_identifier",
                schema: "border",
                table: "crossings",
                column: "primary_identifier");

            migrationBuilder.CreateIndex(
                name: "ix_crossings_traveller_id_at",
                schema: "border",
                table: "crossings",
                columns: new[] { "traveller_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_encounters_state_opened_at",
                schema: "border",
                table: "encounters",
                columns: new[] { "state", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hits_encounter_id",
                schema: "border",
                table: "hits",
                column: "encounter_id");

            migrationBuilder.CreateIndex(
                name: "ix_hits_state_found_at",
                schema: "border",
                table: "hits",
                columns: new[] { "state", "found_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_id",
                schema: "border",
                table: "ledger",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_traveller_documents_issuing_state_document_code_document_nu",
                schema: "border",
                table: "traveller_documents",
                columns: new[] { "issuing_state", "document_code", "document_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_traveller_documents_traveller_id",
                schema: "border",
                table: "traveller_documents",
                column: "traveller_id");

            migrationBuilder.CreateIndex(
                name: "ix_watchlist_entries_list_reference_from_version",
                schema: "border",
                table: "watchlist_entries",
                columns: new[] { "list", "reference", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_watchlist_entries_list_until_version",
                schema: "border",
                table: "watchlist_entries",
                columns: new[] { "list", "until_version" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "border");

            migrationBuilder.DropTable(
                name: "crossings",
                schema: "border");

            migrationBuilder.DropTable(
                name: "encounters",
                schema: "border");

            migrationBuilder.DropTable(
                name: "hits",
                schema: "border");

            migrationBuilder.DropTable(
                name: "ledger",
                schema: "border");

            migrationBuilder.DropTable(
                name: "ledger_heads",
                schema: "border");

            migrationBuilder.DropTable(
                name: "ledger_receipts",
                schema: "border");

            migrationBuilder.DropTable(
                name: "traveller_documents",
                schema: "border");

            migrationBuilder.DropTable(
                name: "travellers",
                schema: "border");

            migrationBuilder.DropTable(
                name: "watchlist_entries",
                schema: "border");

            migrationBuilder.DropTable(
                name: "watchlist_versions",
                schema: "border");
        }
    }
}
