using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SignersAndRevocations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "root",
                schema: "border",
                table: "trust_versions",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<long>(
                name: "edition",
                schema: "border",
                table: "trust_versions",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "revocation_lists",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    issuer = table.Column<string>(type: "text", nullable: false),
                    authority_key = table.Column<string>(type: "text", nullable: false),
                    this_update = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_update = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked = table.Column<int>(type: "integer", nullable: false),
                    encoded = table.Column<byte[]>(type: "bytea", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    imported_by = table.Column<string>(type: "text", nullable: false),
                    is_in_force = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revocation_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trusted_signers",
                schema: "border",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_identifier = table.Column<string>(type: "text", nullable: true),
                    issuer = table.Column<string>(type: "text", nullable: false),
                    serial_number = table.Column<string>(type: "text", nullable: false),
                    publisher = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    not_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    encoded = table.Column<byte[]>(type: "bytea", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    until_version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trusted_signers", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_revocation_lists_authority_key_this_update",
                schema: "border",
                table: "revocation_lists",
                columns: new[] { "authority_key", "this_update" });

            migrationBuilder.CreateIndex(
                name: "ix_trusted_signers_key_identifier",
                schema: "border",
                table: "trusted_signers",
                column: "key_identifier");

            migrationBuilder.CreateIndex(
                name: "ix_trusted_signers_publisher_fingerprint_from_version",
                schema: "border",
                table: "trusted_signers",
                columns: new[] { "publisher", "fingerprint", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trusted_signers_serial_number",
                schema: "border",
                table: "trusted_signers",
                column: "serial_number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "revocation_lists",
                schema: "border");

            migrationBuilder.DropTable(
                name: "trusted_signers",
                schema: "border");

            migrationBuilder.DropColumn(
                name: "edition",
                schema: "border",
                table: "trust_versions");

            migrationBuilder.AlterColumn<string>(
                name: "root",
                schema: "border",
                table: "trust_versions",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);
        }
    }
}
