package io.github.frameiokit.endurance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Compares what was sent and answered with what was handled. */
final class Verdict {

    private final Map<String, Predicate<Ledger.Account>> rules = new LinkedHashMap<>();

    Verdict() {
        rules.put("accepted with 200 and not handled", account -> isLost(account) && !mayBeLost(account));
        rules.put(
                "handled more than once within a node's memory", account -> account.mostInOneLife() > allowed(account));
        rules.put("rejected for no reason", account -> !account.event().kind().isBad() && account.rejected() > 0);
        rules.put("not rejected", account -> account.event().kind().isBad() && account.accepted() > 0);
        rules.put("rejected and handled", account -> account.event().kind().isBad() && account.handled() > 0);
        rules.put(
                "answered with 5xx although no handler threw", account -> account.failed() > 0 && account.threw() == 0);
        rules.put("never answered", account -> account.accepted() + account.rejected() + account.failed() == 0);
    }

    /** The rules that were broken, each with the number of events. */
    Map<String, Long> faults(Ledger ledger) {
        Map<String, Long> faults = new LinkedHashMap<>();
        rules.forEach((rule, broken) -> {
            long count = ledger.all().stream().filter(broken).count();
            if (count > 0) {
                faults.put(rule, count);
            }
        });
        if (!ledger.strangers().isEmpty()) {
            faults.put("handled and never sent", (long) ledger.strangers().size());
        }
        return faults;
    }

    /** Asynchronous events that a killed node had accepted and not handled yet: in memory, they can't outlive it. */
    long lostWithTheKilled(Ledger ledger) {
        return ledger.all().stream()
                .filter(account -> isLost(account) && mayBeLost(account))
                .count();
    }

    private static boolean isLost(Ledger.Account account) {
        return account.accepted() > 0 && account.handled() == 0;
    }

    private static boolean mayBeLost(Ledger.Account account) {
        return account.event().kind() == Kind.ASYNCHRONOUS && account.wasAcceptedByTheKilled();
    }

    /**
     * A step of an action is known by its interaction, however often it is signed. A webhook is known by its signature
     * only, because equal webhooks can be different events.
     */
    private static int allowed(Ledger.Account account) {
        return account.event().kind().isAction() ? 1 : account.signings();
    }
}
