import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures how the source is laid out, and fails beyond a ceiling. Run by {@code scripts/measure}
 * with plain Java, without a build: everything is read from the sources.
 */
final class Measure {

  /** Lines that a run must share to count as written twice. */
  private static final int SHARED_LINES = 6;

  private static final Pattern SOURCE =
      Pattern.compile(
          "(?<module>.*)/src/(?<kind>main|test)/java/(?<folder>.*)/(?<name>\\w+)\\.java");

  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:static )?(org\\.recyclegan[\\w.]*?)\\.[A-Z].*;", Pattern.MULTILINE);

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  /** The services that a library user calls. */
  private static final Pattern SERVICE =
      Pattern.compile(
          "^public final class (Training|Retargeting|Evaluating|Comparison|Study)\\b",
          Pattern.MULTILINE);

  private static final Set<String> HARNESSES =
      Set.of("flowers-clouds-faces/soak", "flowers-clouds-faces/bench");

  /** A source file. */
  private record Source(
      String path, String module, boolean main, String pkg, String name, String text) {

    boolean isPackageInfo() {
      return name.equals("package-info");
    }

    String code() {
      return COMMENT.matcher(text).replaceAll("");
    }
  }

  /**
   * A measure: what it was before the house was cut into rooms, what it is, what it may be, and
   * what it should come to. A ceiling is only ever moved towards its goal.
   */
  private record Row(
      String what, String before, String now, String ceiling, String goal, boolean kept) {}

  private final Path root;
  private final List<Source> sources;
  private final List<Row> rows = new ArrayList<>();

  private Measure(Path root) throws IOException {
    this.root = root;
    try (Stream<Path> files = Files.walk(root)) {
      sources =
          files
              .filter(file -> !file.toString().contains("/target/"))
              .map(file -> source(root, file))
              .flatMap(List::stream)
              .sorted((a, b) -> a.path().compareTo(b.path()))
              .toList();
    }
  }

  private static List<Source> source(Path root, Path file) {
    String path = root.relativize(file).toString().replace('\\', '/');
    Matcher match = SOURCE.matcher(path);
    if (!match.matches()) {
      return List.of();
    }
    try {
      return List.of(
          new Source(
              path,
              match.group("module"),
              match.group("kind").equals("main"),
              match.group("folder").replace('/', '.'),
              match.group("name"),
              Files.readString(file)));
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    }
  }

  public static void main(String[] args) throws IOException {
    Measure measure = new Measure(Path.of(args.length > 0 ? args[0] : "").toAbsolutePath());
    measure.all();
    System.exit(measure.print() ? 0 : 1);
  }

  private void all() throws IOException {
    atMost("files in the largest package", 93, largestPackage(), 35);
    atMost("harness classes in modules that ship", 65, harnessClasses(), 0);
    atLeast("services public and outside the command line", 0, services(), 5, 5);
    atMost("libraries' files that name picocli or a console", 0, consoles().size(), 0);
    atMost("imports of another module's internal package", 0, internalImports().size(), 0);
    atMost("package cycles", 6, cycles().size(), 0);
    atMost("simple names that occur twice", 8, twice().size(), 0);
    atMost("option names in the texts of libraries", 22, optionNames().size(), 0);
    atMost(
        "pairs of files with " + SHARED_LINES + " identical lines",
        26,
        identicalPairs().size(),
        12);
    atMost("main files that name the recurrent loss", 7, recurrent().size(), 4, 4);
    atMost("worlds decided by their name", 4, worldNames().size(), 0);
    atMost("modules that depend on picocli", 1, picocliModules(), 1);
    atMost("lines of the longest class", 297, longest(), 400);
    atMost("Javadoc tags that only say that a copy is returned", 38, boilerplate().size(), 0);
    atMost("phrases of the word list", 93, foreign().size(), 10);
    ratio("code lines of tests to main's, all modules (%)", 52, mains(""), tests(""), 70, 70);
    for (String module : modules()) {
      ratio(
          "  in " + module + " (%)",
          before(module),
          mains(module),
          tests(module),
          floor(module),
          50);
    }
  }

  private static int before(String module) {
    return switch (module) {
      case "video-io" -> 69;
      case "recycle" -> 57;
      case "eval" -> 63;
      default -> 37;
    };
  }

  /** What the tests of a module have at least come to. */
  private static int floor(String module) {
    return switch (module) {
      case "flowers-clouds-faces/studies" -> 48;
      case "flowers-clouds-faces/cli" -> 85;
      case "flowers-clouds-faces/worlds" -> 60;
      case "video-io", "eval" -> 65;
      default -> 49;
    };
  }

  private void atMost(String what, long before, long now, long ceiling, long goal) {
    rows.add(new Row(what, "" + before, "" + now, "≤ " + ceiling, "≤ " + goal, now <= ceiling));
  }

  private void atMost(String what, long before, long now, long goal) {
    atMost(what, before, now, goal, goal);
  }

  private void atLeast(String what, long before, long now, long floor, long goal) {
    rows.add(new Row(what, "" + before, "" + now, "≥ " + floor, "≥ " + goal, now >= floor));
  }

  private void ratio(String what, long before, long main, long test, long floor, long goal) {
    atLeast(what, before, main == 0 ? 100 : 100 * test / main, floor, goal);
  }

  private Stream<Source> main() {
    return sources.stream().filter(Source::main);
  }

  /** The sources of modules that other programs use. */
  private Stream<Source> libraries() {
    return main().filter(s -> !HARNESSES.contains(s.module()) && !s.module().endsWith("/cli"));
  }

  private long largestPackage() {
    return main()
        .filter(s -> !s.isPackageInfo())
        .collect(Collectors.groupingBy(s -> s.module() + s.pkg(), Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private long harnessClasses() {
    return main()
        .filter(s -> !HARNESSES.contains(s.module()))
        .filter(s -> s.pkg().matches(".*\\.(soak|mutants|bench)(\\..*)?"))
        .count();
  }

  private long services() {
    return libraries().filter(s -> SERVICE.matcher(s.text()).find()).count();
  }

  private List<String> consoles() {
    return paths(
        libraries()
            .filter(s -> s.code().matches("(?s).*\\b(picocli|PrintWriter|Invocation)\\b.*")));
  }

  private List<String> internalImports() {
    Map<String, String> internal = new HashMap<>();
    main()
        .filter(Source::isPackageInfo)
        .filter(s -> s.text().matches("(?s)/\\*\\*\\s+(\\* )?Internal\\..*"))
        .forEach(s -> internal.put(s.pkg(), s.module()));
    List<String> found = new ArrayList<>();
    main()
        .forEach(
            s -> {
              Matcher imports = IMPORT.matcher(s.text());
              while (imports.find()) {
                String module = internal.get(imports.group(1));
                if (module != null
                    && !module.equals(s.module())
                    && !HARNESSES.contains(s.module())) {
                  found.add(s.path() + " -> " + imports.group(1));
                }
              }
            });
    return found;
  }

  /** Packages of one module that use each other, directly or by way of others. */
  private List<String> cycles() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    Map<String, String> moduleOf = new HashMap<>();
    main().forEach(s -> moduleOf.put(s.pkg(), s.module()));
    main()
        .filter(s -> !s.isPackageInfo())
        .forEach(
            s -> {
              Matcher imports = IMPORT.matcher(s.text());
              while (imports.find()) {
                String to = imports.group(1);
                if (!to.equals(s.pkg())
                    && s.module().equals(moduleOf.get(to))
                    && usesInCode(s, imports.group())) {
                  arrows.computeIfAbsent(s.pkg(), p -> new TreeSet<>()).add(to);
                }
              }
            });
    Set<String> cyclic = new TreeSet<>();
    for (String from : arrows.keySet()) {
      if (reach(arrows, from).contains(from)) {
        cyclic.add(from);
      }
    }
    // Count components, not their members.
    List<String> components = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String one : cyclic) {
      if (seen.add(one)) {
        Set<String> members = new TreeSet<>(reach(arrows, one));
        members.removeIf(other -> !reach(arrows, other).contains(one));
        seen.addAll(members);
        components.add(String.join(" <-> ", members));
      }
    }
    return components;
  }

  /** Whether an import is for more than a link in a comment. */
  private static boolean usesInCode(Source source, String statement) {
    String name = statement.replaceAll("^.*\\.([A-Z]\\w*).*;$", "$1");
    Matcher uses = Pattern.compile("\\b" + name + "\\b").matcher(source.code());
    int count = 0;
    while (uses.find()) {
      count++;
    }
    return count > 1;
  }

  private static Set<String> reach(Map<String, Set<String>> arrows, String from) {
    Set<String> reached = new HashSet<>();
    ArrayDeque<String> next = new ArrayDeque<>(arrows.getOrDefault(from, Set.of()));
    while (!next.isEmpty()) {
      String at = next.pop();
      if (reached.add(at)) {
        next.addAll(arrows.getOrDefault(at, Set.of()));
      }
    }
    return reached;
  }

  private List<String> twice() {
    Map<String, List<String>> byName =
        main()
            .filter(s -> !s.isPackageInfo())
            .collect(
                Collectors.groupingBy(
                    Source::name,
                    TreeMap::new,
                    Collectors.mapping(Source::path, Collectors.toList())));
    return byName.values().stream()
        .filter(p -> p.size() > 1)
        .map(p -> String.join(" ", p))
        .toList();
  }

  private List<String> optionNames() {
    Pattern option = Pattern.compile("\"[^\"\n]*--[a-z]");
    return lines(
        libraries().filter(s -> !s.name().equals("UnsupportedNetwork")),
        line -> option.matcher(line).find());
  }

  private List<String> recurrent() {
    return paths(
        main()
            .filter(s -> !s.isPackageInfo())
            .filter(s -> s.text().toLowerCase(Locale.ROOT).matches("(?s).*\\brecurrent.*")));
  }

  private List<String> worldNames() {
    Pattern name = Pattern.compile("(equals\\(|case )\"(flowers|clouds|faces|lanterns|streets)\"");
    return lines(main(), line -> name.matcher(line).find());
  }

  private long picocliModules() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> poms =
          files
              .filter(f -> f.endsWith("pom.xml") && !f.equals(root.resolve("pom.xml")))
              .filter(f -> !f.toString().contains("/target/"))
              .toList();
      long count = 0;
      for (Path pom : poms) {
        count += Files.readString(pom).contains("<artifactId>picocli") ? 1 : 0;
      }
      return count;
    }
  }

  private long longest() {
    return main().mapToLong(s -> codeLines(s)).max().orElse(0);
  }

  private List<String> boilerplate() {
    Pattern copy =
        Pattern.compile("@return (a copy|new settings|these options|these limits|a changed copy)");
    return lines(main(), line -> copy.matcher(line).find());
  }

  private List<String> foreign() {
    Pattern words =
        Pattern.compile(
            "(?i)\\b(so many|whoever|the person|of whatever|leave (it|them|the [a-z ]+) away"
                + "|of no use|nobody looks)\\b");
    return lines(main(), line -> words.matcher(line).find());
  }

  private Set<String> modules() {
    return main()
        .map(Source::module)
        .filter(m -> !HARNESSES.contains(m))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private long mains(String module) {
    return count(main(), module);
  }

  private long tests(String module) {
    return count(sources.stream().filter(s -> !s.main()), module);
  }

  private long count(Stream<Source> files, String module) {
    return files
        .filter(s -> module.isEmpty() ? !HARNESSES.contains(s.module()) : s.module().equals(module))
        .mapToLong(Measure::codeLines)
        .sum();
  }

  private static long codeLines(Source source) {
    return source
        .text()
        .lines()
        .map(String::strip)
        .filter(
            line ->
                !line.isEmpty()
                    && !line.startsWith("*")
                    && !line.startsWith("/*")
                    && !line.startsWith("//"))
        .count();
  }

  /** Pairs of files of main code that share a run of lines to the letter. */
  private Collection<String> identicalPairs() {
    Map<String, Set<String>> places = new HashMap<>();
    main()
        .filter(s -> !s.isPackageInfo())
        .forEach(
            s -> {
              List<String> lines =
                  s.code()
                      .lines()
                      .map(String::strip)
                      .filter(l -> !l.startsWith("import ") && !l.startsWith("package "))
                      // Lone punctuation, annotations and thin lines say nothing.
                      .filter(l -> l.replaceAll("\\W", "").length() > 3)
                      .toList();
              for (int i = 0; i + SHARED_LINES <= lines.size(); i++) {
                String run = String.join("\n", lines.subList(i, i + SHARED_LINES));
                places.computeIfAbsent(run, r -> new TreeSet<>()).add(s.path());
              }
            });
    Set<String> pairs = new TreeSet<>();
    for (Set<String> files : places.values()) {
      List<String> list = List.copyOf(files);
      for (int i = 0; i < list.size() && list.size() <= 8; i++) {
        for (int j = i + 1; j < list.size(); j++) {
          List<String> pair = Stream.of(list.get(i), list.get(j)).sorted().toList();
          pairs.add(String.join(" ~ ", pair));
        }
      }
    }
    return pairs;
  }

  private static List<String> paths(Stream<Source> files) {
    return files.map(Source::path).toList();
  }

  private static List<String> lines(
      Stream<Source> files, java.util.function.Predicate<String> wanted) {
    return files
        .flatMap(s -> s.text().lines().filter(wanted).map(line -> s.path() + ": " + line.strip()))
        .toList();
  }

  /** Prints the table; of what is above its ceiling, the places too. */
  private boolean print() {
    int width = rows.stream().mapToInt(r -> r.what().length()).max().orElse(0);
    System.out.printf(
        "%-" + width + "s  %7s  %7s  %7s  %7s%n", "", "before", "now", "ceiling", "goal");
    boolean kept = true;
    for (Row row : rows) {
      System.out.printf(
          "%-" + width + "s  %7s  %7s  %7s  %7s%s%n",
          row.what(),
          row.before(),
          row.now(),
          row.ceiling(),
          row.goal(),
          row.kept() ? "" : "  <-- beyond it");
      kept &= row.kept();
    }
    if (!kept) {
      System.out.println();
      show("console in a library", consoles());
      show("internal package of another module", internalImports());
      show("cycle", cycles());
      show("name twice", twice());
      show("option name", optionNames());
      show("identical", identicalPairs());
      show("recurrent", recurrent());
      show("world's name", worldNames());
      show("copy", boilerplate());
      show("word list", foreign());
    }
    return kept;
  }

  private static void show(String what, Collection<String> places) {
    places.forEach(place -> System.out.println(what + ": " + place));
  }
}
