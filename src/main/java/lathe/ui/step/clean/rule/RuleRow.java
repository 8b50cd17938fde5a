package lathe.ui.step.clean.rule;

import lathe.recipe.Rule;

/** A rule in the list; one that is switched off is not in the recipe. */
public record RuleRow(Rule rule, boolean on) {}
