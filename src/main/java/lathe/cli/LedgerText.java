package lathe.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import lathe.run.Ledger;

/** A ledger as people read it. */
final class LedgerText {
    private final PrintStream out;

    LedgerText(PrintStream out) {
        this.out = out;
    }

    void print(Ledger ledger) {
        line("read", ledger.read());
        line("kept", ledger.kept());
        print("rejected", ledger.rejected());
        print("dropped", ledger.dropped());
        print("changed", ledger.changed());
        if (ledger.records() != ledger.kept()) {
            line("records", ledger.records());
        }
    }

    private void print(String what, Map<String, Long> counts) {
        counts.forEach((reason, n) -> line(what + ": " + reason, n));
    }

    private void line(String what, long n) {
        out.println(String.format(Locale.ROOT, "%,12d  %s", n, what));
    }
}
