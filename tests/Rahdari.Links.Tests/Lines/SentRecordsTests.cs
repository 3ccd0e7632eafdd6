using Rahdari.Links.Lines;

namespace Rahdari.Links.Tests.Lines;

public sealed class SentRecordsTests
{
    [Fact]
    public void A_receipt_that_was_overtaken_changes_nothing_and_one_that_stays_less_is_believed()
    {
        var records = new SentRecords(0);
        records.Add(500, 1);
        records.Add(1000, 2);
        Assert.True(records.IsNews(1000));
        records.Confirm(1000);
        Assert.False(records.IsNews(1000));
        // Overtaken: once less, and then what it was.
        Assert.False(records.IsNews(500));
        Assert.False(records.IsNews(1000));
        Assert.False(records.IsNews(500));
        // Restored: less again and again.
        var attempt = records.Attempt;
        Assert.True(records.IsNews(500));
        records.Confirm(500);
        Assert.Equal((500, 500), (records.Confirmed, records.Last));
        Assert.NotEqual(attempt, records.Attempt);
    }

    [Fact]
    public void What_was_lost_on_the_way_is_sent_again_under_another_name_and_only_where_something_is_under_way()
    {
        var records = new SentRecords(10);
        var attempt = records.Attempt;
        records.Again();
        Assert.Equal(attempt, records.Attempt);
        records.Add(20, 1);
        records.Again();
        Assert.Equal((10, 10), (records.Confirmed, records.Last));
        Assert.NotEqual(attempt, records.Attempt);
    }

    [Fact]
    public void A_receipt_takes_back_nothing_that_is_under_way_behind_it()
    {
        var records = new SentRecords(0);
        var attempt = records.Attempt;
        records.Add(500, 1);
        records.Add(1000, 2);
        records.Confirm(500);
        Assert.Equal((500, 1000, attempt), (records.Confirmed, records.Last, records.Attempt));
        // Of a line that was opened before, headquarters may have more than this one sent.
        records.Confirm(1500);
        Assert.Equal((1500, 1500), (records.Confirmed, records.Last));
    }

    [Fact]
    public void The_broker_may_forget_what_receipts_cover_each_once_and_nothing_else()
    {
        var records = new SentRecords(0);
        records.Add(500, 7);
        records.Add(1000, 8);
        Assert.Equal(0UL, records.Covered());
        records.Confirm(999);
        Assert.Equal(7UL, records.Covered());
        Assert.Equal(0UL, records.Covered());
        records.Again();
        records.Add(1500, 9);
        records.Confirm(1500);
        Assert.Equal(9UL, records.Covered());
    }
}
