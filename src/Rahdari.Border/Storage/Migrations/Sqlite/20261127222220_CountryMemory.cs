using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountryMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_crossings_node_idempotency_key",
                table: "crossings");

            migrationBuilder.AddColumn<int>(
                name: "keys_version",
                table: "travellers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "travellers",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "name_may_be_truncated",
                table: "traveller_documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "other_documents",
                table: "traveller_documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "personal_number",
                table: "traveller_documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "place_of_birth",
                table: "traveller_documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "order",
                table: "hits",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "conveyance",
                table: "crossings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "import_id",
                table: "crossings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "permission",
                table: "crossings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "permission_id",
                table: "crossings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "personal_number",
                table: "crossings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "crossings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "visa_number",
                table: "crossings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "crossing_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_by = table.Column<string>(type: "TEXT", nullable: false),
                    worker = table.Column<Guid>(type: "TEXT", nullable: false),
                    read = table.Column<long>(type: "INTEGER", nullable: false),
                    imported = table.Column<long>(type: "INTEGER", nullable: false),
                    rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    existing = table.Column<long>(type: "INTEGER", nullable: false),
                    rejects_length = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crossing_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "crossing_keys",
                columns: table => new
                {
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    idempotency_key = table.Column<string>(type: "TEXT", nullable: false),
                    crossing_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crossing_keys", x => new { x.node, x.idempotency_key });
                });

            migrationBuilder.CreateTable(
                name: "crossing_spans",
                columns: table => new
                {
                    traveller_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false),
                    crossings = table.Column<int>(type: "INTEGER", nullable: false),
                    refusals = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crossing_spans", x => x.traveller_id);
                });

            migrationBuilder.CreateTable(
                name: "entry_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    classes = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exit_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", nullable: false),
                    lift_reference = table.Column<string>(type: "TEXT", nullable: true),
                    lift_reason = table.Column<string>(type: "TEXT", nullable: true),
                    lift_asked_by = table.Column<string>(type: "TEXT", nullable: true),
                    lift_asked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lifted_by = table.Column<string>(type: "TEXT", nullable: true),
                    lifted_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exit_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exit_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    personal_number = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false),
                    date_of_birth = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_by = table.Column<string>(type: "TEXT", nullable: true),
                    revoked_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exit_papers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "help_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_urdu = table.Column<string>(type: "TEXT", nullable: false),
                    contact = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_contacts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "last_crossings",
                columns: table => new
                {
                    traveller_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    crossing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    port = table.Column<string>(type: "TEXT", nullable: false),
                    nationality = table.Column<string>(type: "TEXT", nullable: false),
                    permitted_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    permission = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_last_crossings", x => x.traveller_id);
                });

            migrationBuilder.CreateTable(
                name: "permissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    authority = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    number_as_read = table.Column<string>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    issuing_state = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false),
                    nationality = table.Column<string>(type: "TEXT", nullable: false),
                    primary_identifier = table.Column<string>(type: "TEXT", nullable: false),
                    secondary_identifier = table.Column<string>(type: "TEXT", nullable: false),
                    date_of_birth = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    entries = table.Column<int>(type: "INTEGER", nullable: true),
                    stay_days = table.Column<int>(type: "INTEGER", nullable: true),
                    ports = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_by = table.Column<string>(type: "TEXT", nullable: true),
                    revoked_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permissions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stay_extensions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    authority = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    issuing_state = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decided_before = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_by = table.Column<string>(type: "TEXT", nullable: true),
                    revoked_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stay_extensions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "traveller_keys",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    traveller_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_keys", x => new { x.key, x.traveller_id });
                });

            migrationBuilder.CreateTable(
                name: "traveller_link_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    link_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    one_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    other_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    evidence_hash = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_link_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "traveller_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    one_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    other_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    strength = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    is_by_number = table.Column<bool>(type: "INTEGER", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    found_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    changes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traveller_links", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_travellers_keys_version",
                table: "travellers",
                column: "keys_version");

            migrationBuilder.CreateIndex(
                name: "ix_travellers_person_id",
                table: "travellers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_crossings_import_id",
                table: "crossings",
                column: "import_id",
                filter: "import_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_crossings_permission_id",
                table: "crossings",
                column: "permission_id",
                filter: "permission_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_crossing_imports_fingerprint",
                table: "crossing_imports",
                column: "fingerprint");

            migrationBuilder.CreateIndex(
                name: "ix_entry_rules_number",
                table: "entry_rules",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exit_orders_number",
                table: "exit_orders",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exit_papers_date_of_birth",
                table: "exit_papers",
                column: "date_of_birth");

            migrationBuilder.CreateIndex(
                name: "ix_exit_papers_document_number",
                table: "exit_papers",
                column: "document_number");

            migrationBuilder.CreateIndex(
                name: "ix_exit_papers_kind_entered_at",
                table: "exit_papers",
                columns: new[] { "kind", "entered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_exit_papers_personal_number",
                table: "exit_papers",
                column: "personal_number");

            migrationBuilder.CreateIndex(
                name: "ix_help_contacts_state",
                table: "help_contacts",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_last_crossings_nationality_permitted_until",
                table: "last_crossings",
                columns: new[] { "nationality", "permitted_until" },
                filter: "outcome = 'Admitted' AND permitted_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_authority_number",
                table: "permissions",
                columns: new[] { "authority", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permissions_document_number",
                table: "permissions",
                column: "document_number");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_number_as_read",
                table: "permissions",
                column: "number_as_read");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_primary_identifier",
                table: "permissions",
                column: "primary_identifier");

            migrationBuilder.CreateIndex(
                name: "ix_permissions_recorded_at",
                table: "permissions",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_authority_reference",
                table: "stay_extensions",
                columns: new[] { "authority", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_document_number",
                table: "stay_extensions",
                column: "document_number");

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_recorded_at",
                table: "stay_extensions",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_keys_traveller_id",
                table: "traveller_keys",
                column: "traveller_id");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_link_changes_link_id_number",
                table: "traveller_link_changes",
                columns: new[] { "link_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_traveller_links_one_id_other_id",
                table: "traveller_links",
                columns: new[] { "one_id", "other_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_traveller_links_other_id",
                table: "traveller_links",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_traveller_links_state_found_at",
                table: "traveller_links",
                columns: new[] { "state", "found_at" });

            // Everybody is a person of their own until two are found to be one.
            migrationBuilder.Sql("UPDATE travellers SET person_id = id;");
            CrossingMonths.KeepKeys(migrationBuilder, "");
            LastCrossings.Fill(migrationBuilder, "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "crossing_imports");

            migrationBuilder.DropTable(
                name: "crossing_keys");

            migrationBuilder.DropTable(
                name: "crossing_spans");

            migrationBuilder.DropTable(
                name: "entry_rules");

            migrationBuilder.DropTable(
                name: "exit_orders");

            migrationBuilder.DropTable(
                name: "exit_papers");

            migrationBuilder.DropTable(
                name: "help_contacts");

            migrationBuilder.DropTable(
                name: "last_crossings");

            migrationBuilder.DropTable(
                name: "permissions");

            migrationBuilder.DropTable(
                name: "stay_extensions");

            migrationBuilder.DropTable(
                name: "traveller_keys");

            migrationBuilder.DropTable(
                name: "traveller_link_changes");

            migrationBuilder.DropTable(
                name: "traveller_links");

            migrationBuilder.DropIndex(
                name: "ix_travellers_keys_version",
                table: "travellers");

            migrationBuilder.DropIndex(
                name: "ix_travellers_person_id",
                table: "travellers");

            migrationBuilder.DropIndex(
                name: "ix_crossings_import_id",
                table: "crossings");

            migrationBuilder.DropIndex(
                name: "ix_crossings_permission_id",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "keys_version",
                table: "travellers");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "travellers");

            migrationBuilder.DropColumn(
                name: "name_may_be_truncated",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "other_documents",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "personal_number",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "place_of_birth",
                table: "traveller_documents");

            migrationBuilder.DropColumn(
                name: "order",
                table: "hits");

            migrationBuilder.DropColumn(
                name: "conveyance",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "import_id",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "permission",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "permission_id",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "personal_number",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "source",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "visa_number",
                table: "crossings");

            migrationBuilder.CreateIndex(
                name: "ix_crossings_node_idempotency_key",
                table: "crossings",
                columns: new[] { "node", "idempotency_key" },
                unique: true);
        }
    }
}
