using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CountryMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_crossings_node_idempotency_key",
                schema: "border",
                table: "crossings");

            migrationBuilder.AddColumn<int>(
                name: "keys_version",
                schema: "border",
                table: "travellers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                schema: "border",
                table: "travellers",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "name_may_be_truncated",
                schema: "border",
                table: "traveller_documents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "other_documents",
                schema: "border",
                table: "traveller_documents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "personal_number",
                schema: "border",
                table: "traveller_documents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "place_of_birth",
                schema: "border",
                table: "traveller_documents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "order",
                schema: "border",
                table: "hits",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "conveyance",
                schema: "border",
                table: "crossings",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "import_id",
                schema: "border",
                table: "crossings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "permission",
                schema: "border",
                table: "crossings",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "permission_id",
                schema: "border",
                table: "crossings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "personal_number",
                schema: "border",
                table: "crossings",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                schema: "border",
                table: "crossings",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "visa_number",
                schema: "border",
                table: "crossings",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "crossing_imports",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    file = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: false),
                    worker = table.Column<Guid>(type: "uuid", nullable: false),
                    read = table.Column<long>(type: "bigint", nullable: false),
                    imported = table.Column<long>(type: "bigint", nullable: false),
                    rejected = table.Column<long>(type: "bigint", nullable: false),
                    existing = table.Column<long>(type: "bigint", nullable: false),
                    rejects_length = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crossing_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "crossing_keys",
                schema: "border",
                columns: table => new
                {
                    node = table.Column<string>(type: "text", nullable: false),
                    idempotency_key = table.Column<string>(type: "text", nullable: false),
                    crossing_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crossing_keys", x => new { x.node, x.idempotency_key });
                });

            migrationBuilder.CreateTable(
                name: "crossing_spans",
                schema: "border",
                columns: table => new
                {
                    traveller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    crossings = table.Column<int>(type: "integer", nullable: false),
                    refusals = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crossing_spans", x => x.traveller_id);
                });

            migrationBuilder.CreateTable(
                name: "entry_rules",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    classes = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exit_orders",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entered_by = table.Column<string>(type: "text", nullable: false),
                    lift_reference = table.Column<string>(type: "text", nullable: true),
                    lift_reason = table.Column<string>(type: "text", nullable: true),
                    lift_asked_by = table.Column<string>(type: "text", nullable: true),
                    lift_asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<string>(type: "text", nullable: true),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exit_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exit_papers",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    personal_number = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    date_of_birth = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entered_by = table.Column<string>(type: "text", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true),
                    revoked_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exit_papers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "help_contacts",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_urdu = table.Column<string>(type: "text", nullable: false),
                    contact = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_contacts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "last_crossings",
                schema: "border",
                columns: table => new
                {
                    traveller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    crossing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    port = table.Column<string>(type: "text", nullable: false),
                    nationality = table.Column<string>(type: "text", nullable: false),
                    permitted_until = table.Column<DateOnly>(type: "date", nullable: true),
                    permission = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_last_crossings", x => x.traveller_id);
                });

            migrationBuilder.CreateTable(
                name: "permissions",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    number_as_read = table.Column<string>(type: "text", nullable: false),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false),
                    issuing_state = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    nationality = table.Column<string>(type: "text", nullable: false),
                    primary_identifier = table.Column<string>(type: "text", nullable: false),
                    secondary_identifier = table.Column<string>(type: "text", nullable: false),
                    date_of_birth = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: true),
                    stay_days = table.Column<int>(type: "integer", nullable: true),
                    ports = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true),
                    revoked_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permissions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stay_extensions",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    issuing_state = table.Column<string>(type: "text", nullable: false),
                    document_number = table.Column<string>(type: "text", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true),
                    revoked_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stay_extensions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "traveller_keys",
                schema: "border",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false),
                    traveller_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_keys", x => new { x.key, x.traveller_id });
                });

            migrationBuilder.CreateTable(
                name: "traveller_link_changes",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    one_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evidence_hash = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_link_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "traveller_links",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    one_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    strength = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    is_by_number = table.Column<bool>(type: "boolean", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    changes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_links", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_travellers_keys_version",
                schema: "border",
                table: "travellers",
                column: "keys_version");

            migrationBuilder.CreateIndex(
                name: "ix_travellers_person_id",
                schema: "border",
                table: "travellers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_crossings_import_id",
                schema: "border",
                table: "crossings",
                column: "import_id",
                filter: "import_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_crossings_permission_id",
                schema: "border",
                table: "crossings",
                column: "permission_id",
                filter: "permission_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_crossing_imports_fingerprint",
                schema: "border",
                table: "crossing_imports",
                column: "fingerprint");

            migrationBuilder.CreateIndex(
                name: "ix_entry_rules_number",
                schema: "border",
                table: "entry_rules",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exit_orders_number",
                schema: "border",
                table: "exit_orders",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exit_papers_date_of_birth",
                schema: "border",
                table: "exit_papers",
                column: "date_of_birth");

            migrationBuilder.CreateIndex(
                name: "ix_exit_papers_document_number",
                schema: "border",
                table: "exit_papers",
                column: "document_number");

            migrationBuilder.CreateIndex(
                name: "ix_exit_papers_kind_entered_at",
                schema: "border",
                table: "exit_papers",
                columns: new[] { "kind", "entered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_exit_papers_personal_number",
                schema: "border",
                table: "exit_papers",
                column: "personal_number");

            migrationBuilder.CreateIndex(
                name: "ix_help_contacts_state",
                schema: "border",
                table: "help_contacts",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_last_crossings_nationality_permitted_until",
                schema: "border",
                table: "last_crossings",
                columns: new[] { "nationality", "permitted_until" },
                filter: "outcome = 'Admitted' AND permitted_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_authority_number",
                schema: "border",
                table: "permissions",
                columns: new[] { "authority", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permissions_document_number",
                schema: "border",
                table: "permissions",
                column: "document_number");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_number_as_read",
                schema: "border",
                table: "permissions",
                column: "number_as_read");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_primary_identifier",
                schema: "border",
                table: "permissions",
                column: "primary_identifier");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_recorded_at",
                schema: "border",
                table: "permissions",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_authority_reference",
                schema: "border",
                table: "stay_extensions",
                columns: new[] { "authority", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_document_number",
                schema: "border",
                table: "stay_extensions",
                column: "document_number");

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_recorded_at",
                schema: "border",
                table: "stay_extensions",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_keys_traveller_id",
                schema: "border",
                table: "traveller_keys",
                column: "traveller_id");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_link_changes_link_id_number",
                schema: "border",
                table: "traveller_link_changes",
                columns: new[] { "link_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_traveller_links_one_id_other_id",
                schema: "border",
                table: "traveller_links",
                columns: new[] { "one_id", "other_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_traveller_links_other_id",
                schema: "border",
                table: "traveller_links",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_links_state_found_at",
                schema: "border",
                table: "traveller_links",
                columns: new[] { "state", "found_at" });

            // Everybody is a person of their own until two are found to be one.
            migrationBuilder.Sql("UPDATE border.travellers SET person_id = id;");
            CrossingMonths.KeepKeys(migrationBuilder, "border.");
            LastCrossings.Fill(migrationBuilder, "border.");
            CrossingMonths.Partition(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            CrossingMonths.Unite(migrationBuilder);

            migrationBuilder.DropTable(
                name: "crossing_imports",
                schema: "border");

            migrationBuilder.DropTable(
                name: "crossing_keys",
                schema: "border");

            migrationBuilder.DropTable(
                name: "crossing_spans",
                schema: "border");

            migrationBuilder.DropTable(
                name: "entry_rules",
                schema: "border");

            migrationBuilder.DropTable(
                name: "exit_orders",
                schema: "border");

            migrationBuilder.DropTable(
                name: "exit_papers",
                schema: "border");

            migrationBuilder.DropTable(
                name: "help_contacts",
                schema: "border");

            migrationBuilder.DropTable(
                name: "last_crossings",
                schema: "border");

            migrationBuilder.DropTable(
                name: "permissions",
                schema: "border");

            migrationBuilder.DropTable(
                name: "stay_extensions",
                schema: "border");

            migrationBuilder.DropTable(
                name: "traveller_keys",
                schema: "border");

            migrationBuilder.DropTable(
                name: "traveller_link_changes",
                schema: "border");

            migrationBuilder.DropTable(
                name: "traveller_links",
                schema: "border");

            migrationBuilder.DropIndex(
                name: "ix_travellers_keys_version",
                schema: "border",
                table: "travellers");

            migrationBuilder.DropIndex(
                name: "ix_travellers_person_id",
                schema: "border",
                table: "travellers");

            migrationBuilder.DropIndex(
                name: "ix_crossings_import_id",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropIndex(
                name: "ix_crossings_permission_id",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "keys_version",
                schema: "border",
                table: "travellers");

            migrationBuilder.DropColumn(
                name: "person_id",
                schema: "border",
                table: "travellers");

            migrationBuilder.DropColumn(
                name: "name_may_be_truncated",
                schema: "border",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "other_documents",
                schema: "border",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "personal_number",
                schema: "border",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "place_of_birth",
                schema: "border",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "order",
                schema: "border",
                table: "hits");

            migrationBuilder.DropColumn(
                name: "conveyance",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "import_id",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "permission",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "permission_id",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "personal_number",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "source",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "visa_number",
                schema: "border",
                table: "crossings");

            migrationBuilder.CreateIndex(
                name: "ix_crossings_node_idempotency_key",
                schema: "border",
                table: "crossings",
                columns: new[] { "node", "idempotency_key" },
                unique: true);
        }
    }
}
