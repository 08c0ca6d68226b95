package io.github.frameiokit.endurance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Compares what was sent and answered with what was handled. */
final class Verdict {

    /** The app's {@code frameio.delivery.threads}: so many deliveries a node works on when it is killed. */
    private static final int DELIVERY_THREADS = 16;

    private final Map<String, Predicate<Ledger.Account>> rules = new LinkedHashMap<>();

    private final boolean durable;
    private final int mostRepeated;

    /**
     * Of one run.
     *
     * @param durable whether asynchronous events waited in the database, and not in the memory
     * @param interruptions how often a node was killed or has lost the database
     */
    Verdict(boolean durable, int interruptions) {
        this.durable = durable;
        mostRepeated = interruptions * DELIVERY_THREADS;
        rules.put("accepted with 200 and not handled", account -> isLost(account) && !mayBeLost(account));
        rules.put(
                "handled more than once within a node's memory",
                account -> !isDurable(account) && account.mostInOneLife() > allowed(account));
        rules.put(
                "handled more than once in one attempt",
                account -> account.mostInOneAttempt() > 1 && !account.hasMetAKill());
        rules.put("rejected for no reason", account -> !account.event().kind().isBad() && account.rejected() > 0);
        rules.put("not rejected", account -> account.event().kind().isBad() && account.accepted() > 0);
        rules.put("rejected and handled", account -> account.event().kind().isBad() && account.handled() > 0);
        rules.put(
                "answered with 5xx although no handler threw",
                account -> account.failed() > mayFail(account) && account.threw() == 0);
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
        if (ledger.repeated() > mostRepeated) {
            faults.put("attempts that no kill and no outage explains", (long) ledger.repeated() - mostRepeated);
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

    private boolean mayBeLost(Ledger.Account account) {
        return !durable && account.event().kind() == Kind.ASYNCHRONOUS && account.wasAcceptedByTheKilled();
    }

    private boolean isDurable(Ledger.Account account) {
        return durable && account.event().kind() == Kind.ASYNCHRONOUS;
    }

    /**
     * What can't be stored must not be accepted. A step of an action whose node was killed is taken over after ten
     * seconds, so a repetition that waits for it as well can't wait for a handler that takes long.
     */
    private int mayFail(Ledger.Account account) {
        if (account.event().kind() == Kind.ACTION_TAKES_6_SECONDS && account.hasMetAKill()) {
            return account.failed();
        }
        return isDurable(account) ? account.failedWithoutStore() : 0;
    }

    /**
     * A step of an action is known by its interaction, however often it is signed. A webhook is known by its signature
     * only, because equal webhooks can be different events.
     */
    private static int allowed(Ledger.Account account) {
        return account.event().kind().isAction() ? 1 : account.signings();
    }
}
