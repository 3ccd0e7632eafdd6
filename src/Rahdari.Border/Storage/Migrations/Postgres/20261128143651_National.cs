using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class National : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_stay_extensions_authority_reference",
                schema: "border",
                table: "stay_extensions");

            migrationBuilder.DropIndex(
                name: "ix_permissions_authority_number",
                schema: "border",
                table: "permissions");

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                schema: "border",
                table: "stay_extensions",
                type: "bigint",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                schema: "border",
                table: "permissions",
                type: "bigint",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.CreateTable(
                name: "held_topics",
                schema: "border",
                columns: table => new
                {
                    topic = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<string>(type: "text", nullable: true),
                    needs_snapshot = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_topics", x => x.topic);
                });

            migrationBuilder.CreateTable(
                name: "quarantine",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sender = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    node = table.Column<string>(type: "text", nullable: true),
                    sequence = table.Column<long>(type: "bigint", nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quarantine", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unlinked_travellers",
                schema: "border",
                columns: table => new
                {
                    traveller_id = table.Column<Guid>(type: "uuid", nullable: false),
                    port = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unlinked_travellers", x => x.traveller_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_authority_reference_node",
                schema: "border",
                table: "stay_extensions",
                columns: new[] { "authority", "reference", "node" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_node_sequence",
                schema: "border",
                table: "stay_extensions",
                columns: new[] { "node", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_permissions_authority_number_node",
                schema: "border",
                table: "permissions",
                columns: new[] { "authority", "number", "node" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permissions_node_sequence",
                schema: "border",
                table: "permissions",
                columns: new[] { "node", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_quarantine_last_at",
                schema: "border",
                table: "quarantine",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "ix_quarantine_sender_fingerprint",
                schema: "border",
                table: "quarantine",
                columns: new[] { "sender", "fingerprint" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "held_topics",
                schema: "border");

            migrationBuilder.DropTable(
                name: "quarantine",
                schema: "border");

            migrationBuilder.DropTable(
                name: "unlinked_travellers",
                schema: "border");

            migrationBuilder.DropIndex(
                name: "ix_stay_extensions_authority_reference_node",
                schema: "border",
                table: "stay_extensions");

            migrationBuilder.DropIndex(
                name: "ix_stay_extensions_node_sequence",
                schema: "border",
                table: "stay_extensions");

            migrationBuilder.DropIndex(
                name: "ix_permissions_authority_number_node",
                schema: "border",
                table: "permissions");

            migrationBuilder.DropIndex(
                name: "ix_permissions_node_sequence",
                schema: "border",
                table: "permissions");

            migrationBuilder.DropColumn(
                name: "sequence",
                schema: "border",
                table: "stay_extensions");

            migrationBuilder.DropColumn(
                name: "sequence",
                schema: "border",
                table: "permissions");

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_authority_reference",
                schema: "border",
                table: "stay_extensions",
                columns: new[] { "authority", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permissions_authority_number",
                schema: "border",
                table: "permissions",
                columns: new[] { "authority", "number" },
                unique: true);
        }
    }
}
