using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rahdari.Border.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ExitControl : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "order",
                table: "hits",
                type: "TEXT",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "exit_orders");

            migrationBuilder.DropTable(
                name: "exit_papers");

            migrationBuilder.DropTable(
                name: "help_contacts");

            migrationBuilder.DropColumn(
                name: "order",
                table: "hits");
        }
    }
}
