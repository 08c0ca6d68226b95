package io.github.frameiokit.endurance;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The table at the end of a run. */
final class Report {

    private Report() {}

    static void print(Ledger ledger, Times times, SignIns signIns) {
        row("", "events", "requests", "200", "4xx", "5xx", "no answer", "handled", "threw");
        for (Kind kind : Kind.values()) {
            print(
                    kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    ledger.all().stream()
                            .filter(account -> account.event().kind() == kind)
                            .toList());
        }
        print("all", ledger.all());
        System.out.printf(
                Locale.ROOT,
                "Webhooks and actions: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms; %,d later than the 5 s that Frame.io waits%n",
                times.percentile(0.5),
                times.percentile(0.99),
                times.percentile(0.999),
                times.late());
        System.out.printf(
                Locale.ROOT,
                "Users: %,d exports, %,d sign-ins; while something failed: %s%n",
                signIns.exported(),
                signIns.signedIn(),
                new TreeMap<>(signIns.troubles()));
    }

    private static void print(String name, Collection<Ledger.Account> accounts) {
        List<ToLongFunction<Ledger.Account>> columns = List.of(
                account -> 1,
                Ledger.Account::requests,
                Ledger.Account::accepted,
                Ledger.Account::rejected,
                Ledger.Account::failed,
                Ledger.Account::unanswered,
                Ledger.Account::handled,
                Ledger.Account::threw);
        Object[] cells = new Object[columns.size() + 1];
        cells[0] = name;
        for (int i = 0; i < columns.size(); i++) {
            long sum = accounts.stream().mapToLong(columns.get(i)).sum();
            cells[i + 1] = "%,d".formatted(sum);
        }
        row(cells);
    }

    private static void row(Object... cells) {
        System.out.printf("%-24s %10s %10s %10s %8s %8s %10s %10s %8s%n", cells);
    }
}
