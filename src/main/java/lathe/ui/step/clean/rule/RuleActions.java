package lathe.ui.step.clean.rule;

import javafx.beans.value.ObservableValue;
import lathe.ui.step.clean.trial.Trial;
import org.jspecify.annotations.Nullable;

/** What the cards can do to the list of rules, and what they show of its effect. Rows are counted from 0. */
public interface RuleActions {

    /** Adds a rule with its defaults behind the others. */
    void add(String label);

    void remove(int row);

    /** Switches a rule on or off. */
    void set(int row, boolean on);

    /** Moves a rule up or down by one. */
    void move(int row, int by);

    /** Moves a rule before another one; behind the last where that is the number of rows. */
    void moveTo(int row, int to);

    /** Where a row's rule stands in the recipe; -1 for one that is off. */
    int place(int row);

    /** What the rules do to the sample; null where there is none. */
    ObservableValue<@Nullable Trial> trialProperty();
}
