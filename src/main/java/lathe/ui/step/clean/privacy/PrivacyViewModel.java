package lathe.ui.step.clean.privacy;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.recipe.EditRules;
import lathe.ui.step.clean.trial.Trial;
import lathe.ui.step.clean.trial.TrialViewModel;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** The audit of the sample's personal information; made anew only when something else was measured. */
public final class PrivacyViewModel {
    private final LatestTask<PrivacyAudit> auditing;
    private final ObjectProperty<@Nullable PrivacyAudit> audit = new SimpleObjectProperty<>();
    private @Nullable Trial audited;

    public PrivacyViewModel(TrialViewModel trials, TaskRunner tasks) {
        auditing = new LatestTask<>(tasks, 0);
        trials.trialProperty().addListener((property, before, now) -> look(now));
    }

    /** What was found; null where no rule looks. */
    ObjectProperty<@Nullable PrivacyAudit> auditProperty() {
        return audit;
    }

    private void look(@Nullable Trial trial) {
        if (trial == null || trial.rules().stream().noneMatch(EditRules.PersonalInformation.class::isInstance)) {
            auditing.cancel();
            audited = null;
            audit.set(null);
        } else if (!trial.measuresAs(audited)) {
            audited = trial;
            auditing.now(context -> PrivacyAudit.of(trial, context), audit::set, failure -> audit.set(null));
        }
    }
}
