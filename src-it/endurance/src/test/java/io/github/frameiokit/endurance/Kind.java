package io.github.frameiokit.endurance;

/** What the mix consists of. The shares are in thousandths; the rest is {@link #WEBHOOK}. */
enum Kind {
    WEBHOOK(0, "file.ready"),
    ACTION(300, "greeting"),
    ASYNCHRONOUS(50, "comment.created"),
    CALLS_THE_API(5, "file.updated"),
    THROWS(10, "file.deleted"),
    TAKES_6_SECONDS(1, "file.versioned"),
    ACTION_TAKES_6_SECONDS(1, "slow"),
    BAD_SIGNATURE(10, "file.ready"),
    OVERSIZE(10, "file.ready"),
    SLOWLY_SENT(0, "file.ready");

    final int share;
    final String type;

    Kind(int share, String type) {
        this.share = share;
        this.type = type;
    }

    boolean isAction() {
        return this == ACTION || this == ACTION_TAKES_6_SECONDS;
    }

    /** Whether the kit has to reject it. */
    boolean isBad() {
        return this == BAD_SIGNATURE || this == OVERSIZE;
    }

    boolean takesLong() {
        return this == TAKES_6_SECONDS || this == ACTION_TAKES_6_SECONDS;
    }
}
