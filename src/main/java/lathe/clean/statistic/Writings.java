package lathe.clean.statistic;

import java.util.function.Function;
import lathe.clean.rule.View;

/** The writing of a view, found once. */
final class Writings {
    static final Function<View, Writing> OF = Writing::of;

    private Writings() {}
}
