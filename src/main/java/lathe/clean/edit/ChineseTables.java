package lathe.clean.edit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** OpenCC's tables, each read once, when it is asked for first. */
final class ChineseTables {
    private static final Map<String, CharTree> READ = new ConcurrentHashMap<>();

    private ChineseTables() {}

    /** A table by its name: keys, and what stands for each. */
    static CharTree of(String name) throws IOException {
        CharTree known = READ.get(name);
        if (known == null) {
            known = read(name);
            READ.put(name, known);
        }
        return known;
    }

    private static CharTree read(String name) throws IOException {
        CharTree table = new CharTree();
        try (InputStream in = ChineseTables.class.getResourceAsStream("/opencc/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks OpenCC's table " + name);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && !line.startsWith("#")) {
                    table.add(line.substring(0, tab), line.substring(tab + 1));
                }
            }
        }
        return table;
    }
}
