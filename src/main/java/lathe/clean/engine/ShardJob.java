package lathe.clean.engine;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import lathe.clean.rule.RuleServices;
import lathe.data.CorpusFolder;
import lathe.recipe.RecipeException;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import lathe.run.WholeFile;

/**
 * The annotating of a pass for processes elsewhere that see the same folders: each writes a file per shard, and whoever
 * began the pass reads them in order. A file that is there is not made again.
 */
public final class ShardJob implements Serializable {
    private static final long serialVersionUID = 1;

    private final String rules;
    private final ArrayList<String> in = new ArrayList<>();
    private final String folder;

    private ShardJob(String rules, List<CorpusFolder> in, Path folder) {
        this.rules = rules;
        in.forEach(corpus -> this.in.add(corpus.folder().toAbsolutePath().toString()));
        this.folder = folder.toAbsolutePath().toString();
    }

    /** The job of a pass; files of an earlier attempt at the very same are used. */
    public static ShardJob of(Pass pass) throws Failure, IOException {
        String digest = Pass.digest(pass.in(), pass.rules(), pass.services());
        StringBuilder yaml = new StringBuilder("rules:\n");
        for (Rule rule : pass.rules()) {
            yaml.append("  - ").append(RecipeYaml.tree(rule)).append('\n');
        }
        Path folder = Files.createDirectories(pass.folder().resolve("shards-" + digest));
        return new ShardJob(yaml.toString(), pass.in(), folder);
    }

    /** The shards from a number on that have no file yet. */
    public List<Shard> missing(Pass pass, int first) throws Failure, IOException {
        List<Shard> missing = new ArrayList<>();
        for (Shard shard : Shard.of(pass.records())) {
            if (shard.number() >= first && !Files.exists(file(shard.number()))) {
                missing.add(shard);
            }
        }
        return missing;
    }

    /** Annotates shards, wherever this runs. */
    public void annotate(Iterator<Shard> shards, RuleServices services) throws IOException {
        if (!shards.hasNext()) {
            return;
        }
        Annotator annotator = annotator(services);
        while (shards.hasNext()) {
            Annotated annotated = annotator.annotate(shards.next());
            Path part = Files.createTempFile(Path.of(folder), "shard", ".part");
            try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(part))) {
                out.writeObject(annotated);
            }
            Files.move(part, file(annotated.number()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Annotator annotator(RuleServices services) throws IOException {
        try {
            List<CorpusFolder> corpora =
                    in.stream().map(path -> new CorpusFolder(Path.of(path))).toList();
            return new Annotator(new Records(corpora), RuleSet.of(RecipeYaml.readRules(rules), services));
        } catch (Failure e) {
            throw new IOException(e.what() + " (" + e.where() + ")", e);
        } catch (RecipeException e) {
            throw new IOException("rules that were read before", e);
        }
    }

    /** Gives what was annotated, in order, and removes the files. */
    public void collect(Pass pass, int first, Pass.Sink sink) throws Failure, IOException, RunCancelledException {
        int shards = Shard.of(pass.records()).size();
        for (int number = first; number < shards; number++) {
            sink.accept(read(number));
            Files.delete(file(number));
        }
        WholeFile.deleteTree(Path.of(folder));
    }

    private Annotated read(int number) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file(number)))) {
            return (Annotated) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("a shard of another version", e);
        }
    }

    private Path file(int number) {
        return Path.of(folder).resolve("shard-" + number);
    }
}
