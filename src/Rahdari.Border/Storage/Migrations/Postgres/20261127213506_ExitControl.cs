using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ExitControl : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "order",
                schema: "border",
                table: "hits",
                type: "text",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "exit_orders",
                schema: "border");

            migrationBuilder.DropTable(
                name: "exit_papers",
                schema: "border");

            migrationBuilder.DropTable(
                name: "help_contacts",
                schema: "border");

            migrationBuilder.DropColumn(
                name: "order",
                schema: "border",
                table: "hits");
        }
    }
}
