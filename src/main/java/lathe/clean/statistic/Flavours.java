package lathe.clean.statistic;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lathe.recipe.Flavour;
import lathe.recipe.Rule;
import lathe.run.Failure;

/** Which flavours a rule has. */
final class Flavours {
    private Flavours() {}

    /** The flavour, if the rule has it beside Lathe's own. */
    static Flavour of(Rule rule, Flavour flavour, Flavour... others) throws Failure {
        if (flavour != Flavour.LATHE && !Arrays.asList(others).contains(flavour)) {
            String known = Stream.concat(Stream.of(Flavour.LATHE), Arrays.stream(others))
                    .map(Flavours::label)
                    .collect(Collectors.joining(", "));
            throw Failure.badInput(
                    "The rule " + rule.label() + " has no flavour " + label(flavour),
                    rule.label() + ".flavour",
                    "choose one of " + known);
        }
        return flavour;
    }

    static String label(Flavour flavour) {
        return flavour.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
