package io.github.frameiokit.install;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an installation has done in a workspace. Immutable.
 *
 * @param plan what it was to do, not null
 * @param outcomes what came of each planned change, in the plan's order, unmodifiable
 */
public record InstallationResult(InstallationPlan plan, List<Outcome> outcomes) {

    /**
     * What came of a planned change.
     *
     * @param change the change, not null
     * @param problem why it failed, in a sentence without secrets; empty if it succeeded
     */
    public record Outcome(PlannedChange change, Optional<String> problem) {

        /** Checks that nothing is null. */
        public Outcome {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(problem, "problem");
        }
    }

    /** Checks that nothing is null, and copies the list. */
    public InstallationResult {
        Objects.requireNonNull(plan, "plan");
        outcomes = List.copyOf(Objects.requireNonNull(outcomes, "outcomes"));
    }

    /**
     * Whether everything succeeded. If not, the same call again does the rest.
     *
     * @return true if no outcome has a problem
     */
    public boolean isComplete() {
        return outcomes.stream().allMatch(outcome -> outcome.problem().isEmpty());
    }
}
