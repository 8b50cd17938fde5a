package lathe.ui.step.clean;

import lathe.recipe.Rule;

/** A rule in the list; one that is switched off is not in the recipe. */
record RuleRow(Rule rule, boolean on) {}
