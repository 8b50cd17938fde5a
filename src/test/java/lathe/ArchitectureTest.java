package lathe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The shape of the code base: who may see whom. A failure is a design question, never a rule to relax first. */
@AnalyzeClasses(packages = "lathe", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule runSeesNothing = mayUse("run");

    @ArchTest
    static final ArchRule dataSeesRun = mayUse("data", "run");

    // Failure and Nearest: a recipe's problems are failures with a place
    @ArchTest
    static final ArchRule recipeSeesRun = mayUse("recipe", "run");

    @ArchTest
    static final ArchRule textSeesDataAndRecipe = mayUse("text", "run", "data", "recipe");

    @ArchTest
    static final ArchRule ingest = mayUse("ingest", "run", "data", "recipe", "text");

    @ArchTest
    static final ArchRule clean = mayUse("clean", "run", "data", "recipe", "text");

    @ArchTest
    static final ArchRule tokenize = mayUse("tokenize", "run", "data", "recipe", "text");

    @ArchTest
    static final ArchRule mix = mayUse("mix", "run", "data", "recipe", "text");

    @ArchTest
    static final ArchRule program = mayUse("program", "run", "recipe");

    @ArchTest
    static final ArchRule model = mayUse("model", "program", "data", "recipe", "run");

    @ArchTest
    static final ArchRule train = mayUse("train", "model", "program", "text", "data", "recipe", "run");

    @ArchTest
    static final ArchRule generate = mayUse("generate", "model", "program", "text", "data", "recipe", "run");

    @ArchTest
    static final ArchRule evaluate =
            mayUse("evaluate", "generate", "model", "program", "text", "data", "recipe", "run");

    @ArchTest
    static final ArchRule export = mayUse("export", "model", "program", "text", "data", "recipe", "run");

    @ArchTest
    static final ArchRule nothingBelowSeesThePipeline = noClasses()
            .that()
            .resideOutsideOfPackages("lathe", "lathe.pipeline..", "lathe.cli..", "lathe.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("lathe.pipeline..", "lathe.cli..", "lathe.ui..");

    @ArchTest
    static final ArchRule thePipelineSeesNoFace = noClasses()
            .that()
            .resideInAPackage("lathe.pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("lathe.cli..", "lathe.ui..");

    @ArchTest
    static final ArchRule theFacesDoNotSeeEachOther =
            slices().matching("lathe.(cli|ui)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("lathe.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheWindowKnowsJavaFx = noClasses()
            .that()
            .resideOutsideOfPackage("lathe.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "org.jfree..", "atlantafx..", "org.kordamp..");

    @ArchTest
    static final ArchRule tensorsStayInTheirRooms = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "lathe.program..",
                    "lathe.model..",
                    "lathe.train..",
                    "lathe.generate..",
                    "lathe.evaluate..",
                    "lathe.export..",
                    "lathe.text..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule textKnowsOnlyTheTokenizerBinding = noClasses()
            .that()
            .resideInAPackage("lathe.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl.ndarray..", "ai.djl.pytorch..", "ai.djl.engine..", "ai.djl.nn..");

    // an EngineException may be caught where its cause can be named; the engine itself stays behind program's door
    @ArchTest
    static final ArchRule onlyProgramKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("lathe.program..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl.pytorch..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("ai.djl.engine.Engine");

    @ArchTest
    static final ArchRule stepsOfTheWindowIgnoreEachOther =
            slices().matching("lathe.ui.step.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule viewModelsSeeNoControls = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.fxml..", "javafx.stage..");

    @ArchTest
    static final ArchRule theWindowsThreadsAreTheTaskRunners = noClasses()
            .that()
            .resideInAPackage("lathe.ui..")
            .and()
            .resideOutsideOfPackage("lathe.ui.task..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Thread");

    @ArchTest
    static final ArchRule printingIsTheConsoles =
            noClasses().that().resideOutsideOfPackages("lathe.cli..", "lathe").should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule randomnessComesFromTheSeed = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("lathe.run.Randoms")
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(Random.class, long.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.SplittableRandom");

    /** Of Lathe's own packages, a room may use only those named, and itself. */
    private static ArchRule mayUse(String room, String... others) {
        List<String> allowed = new ArrayList<>(List.of("lathe." + room + ".."));
        for (String other : others) {
            allowed.add("lathe." + other + "..");
        }
        DescribedPredicate<JavaClass> ours = JavaClass.Predicates.resideInAPackage("lathe..");
        DescribedPredicate<JavaClass> named = JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new));
        return classes()
                .that()
                .resideInAPackage("lathe." + room + "..")
                .should()
                .onlyDependOnClassesThat(named.or(DescribedPredicate.not(ours)))
                .allowEmptyShould(false);
    }
}
