using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CrossingsAtScale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_crossings_node_idempotency_key",
                schema: "border",
                table: "crossings");

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
                    permitted_until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_last_crossings", x => x.traveller_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_crossings_import_id",
                schema: "border",
                table: "crossings",
                column: "import_id",
                filter: "import_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_crossing_imports_fingerprint",
                schema: "border",
                table: "crossing_imports",
                column: "fingerprint");

            migrationBuilder.CreateIndex(
                name: "ix_last_crossings_nationality_permitted_until",
                schema: "border",
                table: "last_crossings",
                columns: new[] { "nationality", "permitted_until" },
                filter: "outcome = 'Admitted' AND permitted_until IS NOT NULL");

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
                name: "last_crossings",
                schema: "border");

            migrationBuilder.DropIndex(
                name: "ix_crossings_import_id",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "conveyance",
                schema: "border",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "import_id",
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
