using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SignersAndRevocations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "root",
                table: "trust_versions",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AddColumn<long>(
                name: "edition",
                table: "trust_versions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "revocation_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    authority_key = table.Column<string>(type: "TEXT", nullable: false),
                    this_update = table.Column<long>(type: "INTEGER", nullable: false),
                    next_update = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked = table.Column<int>(type: "INTEGER", nullable: false),
                    encoded = table.Column<byte[]>(type: "BLOB", nullable: false),
                    imported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    imported_by = table.Column<string>(type: "TEXT", nullable: false),
                    is_in_force = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revocation_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trusted_signers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key_identifier = table.Column<string>(type: "TEXT", nullable: true),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    serial_number = table.Column<string>(type: "TEXT", nullable: false),
                    publisher = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: false),
                    not_after = table.Column<long>(type: "INTEGER", nullable: false),
                    encoded = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    until_version = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trusted_signers", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_revocation_lists_authority_key_this_update",
                table: "revocation_lists",
                columns: new[] { "authority_key", "this_update" });

            migrationBuilder.CreateIndex(
                name: "ix_trusted_signers_key_identifier",
                table: "trusted_signers",
                column: "key_identifier");

            migrationBuilder.CreateIndex(
                name: "ix_trusted_signers_publisher_fingerprint_from_version",
                table: "trusted_signers",
                columns: new[] { "publisher", "fingerprint", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trusted_signers_serial_number",
                table: "trusted_signers",
                column: "serial_number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "revocation_lists");

            migrationBuilder.DropTable(
                name: "trusted_signers");

            migrationBuilder.DropColumn(
                name: "edition",
                table: "trust_versions");

            migrationBuilder.AlterColumn<string>(
                name: "root",
                table: "trust_versions",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
