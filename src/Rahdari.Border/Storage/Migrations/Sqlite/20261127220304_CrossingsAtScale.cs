using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CrossingsAtScale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_crossings_node_idempotency_key",
                table: "crossings");

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
                name: "last_crossings",
                columns: table => new
                {
                    traveller_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    crossing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    port = table.Column<string>(type: "TEXT", nullable: false),
                    nationality = table.Column<string>(type: "TEXT", nullable: false),
                    permitted_until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_last_crossings", x => x.traveller_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_crossings_import_id",
                table: "crossings",
                column: "import_id",
                filter: "import_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_crossing_imports_fingerprint",
                table: "crossing_imports",
                column: "fingerprint");

            migrationBuilder.CreateIndex(
                name: "ix_last_crossings_nationality_permitted_until",
                table: "last_crossings",
                columns: new[] { "nationality", "permitted_until" },
                filter: "outcome = 'Admitted' AND permitted_until IS NOT NULL");

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
                name: "last_crossings");

            migrationBuilder.DropIndex(
                name: "ix_crossings_import_id",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "conveyance",
                table: "crossings");

            migrationBuilder.DropColumn(
                name: "import_id",
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
