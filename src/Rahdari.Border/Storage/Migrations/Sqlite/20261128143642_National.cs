using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class National : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_stay_extensions_authority_reference",
                table: "stay_extensions");

            migrationBuilder.DropIndex(
                name: "ix_permissions_authority_number",
                table: "permissions");

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "stay_extensions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "permissions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.CreateTable(
                name: "held_topics",
                columns: table => new
                {
                    topic = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    applied_at = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: true),
                    needs_snapshot = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_topics", x => x.topic);
                });

            migrationBuilder.CreateTable(
                name: "quarantine",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sender = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    node = table.Column<string>(type: "TEXT", nullable: true),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    first_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quarantine", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unlinked_travellers",
                columns: table => new
                {
                    traveller_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    port = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unlinked_travellers", x => x.traveller_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_authority_reference_node",
                table: "stay_extensions",
                columns: new[] { "authority", "reference", "node" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_node_sequence",
                table: "stay_extensions",
                columns: new[] { "node", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_permissions_authority_number_node",
                table: "permissions",
                columns: new[] { "authority", "number", "node" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permissions_node_sequence",
                table: "permissions",
                columns: new[] { "node", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_quarantine_last_at",
                table: "quarantine",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "ix_quarantine_sender_fingerprint",
                table: "quarantine",
                columns: new[] { "sender", "fingerprint" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "held_topics");

            migrationBuilder.DropTable(
                name: "quarantine");

            migrationBuilder.DropTable(
                name: "unlinked_travellers");

            migrationBuilder.DropIndex(
                name: "ix_stay_extensions_authority_reference_node",
                table: "stay_extensions");

            migrationBuilder.DropIndex(
                name: "ix_stay_extensions_node_sequence",
                table: "stay_extensions");

            migrationBuilder.DropIndex(
                name: "ix_permissions_authority_number_node",
                table: "permissions");

            migrationBuilder.DropIndex(
                name: "ix_permissions_node_sequence",
                table: "permissions");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "stay_extensions");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "permissions");

            migrationBuilder.CreateIndex(
                name: "ix_stay_extensions_authority_reference",
                table: "stay_extensions",
                columns: new[] { "authority", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permissions_authority_number",
                table: "permissions",
                columns: new[] { "authority", "number" },
                unique: true);
        }
    }
}
