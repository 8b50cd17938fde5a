package lathe.ui.step.mix.seen;

import lathe.ui.WizardStep;

/** What is not there yet, and the step where that is mended; in the order in which it is asked for. */
enum Missing {
    STAGE("fth-layers", WizardStep.MODEL),
    CORPUS("fth-filter", WizardStep.CLEAN),
    TOKENIZER("fth-scissors", WizardStep.TOKENIZER),
    RECORDS("fth-inbox", WizardStep.MODEL);

    private final String icon;
    private final WizardStep step;

    Missing(String icon, WizardStep step) {
        this.icon = icon;
        this.step = step;
    }

    String icon() {
        return icon;
    }

    WizardStep step() {
        return step;
    }
}
