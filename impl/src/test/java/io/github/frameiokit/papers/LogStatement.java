package io.github.frameiokit.papers;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A statement of the kit's sources that logs something.
 *
 * @param logger the logger, without the package of all of them
 * @param levels the levels that it may log with
 * @param texts what it may log, with {@code …} for each part that isn't a literal
 */
record LogStatement(String logger, Set<String> levels, Set<String> texts) {

    private static final String PACKAGE = "io.github.frameiokit.internal.";

    /** What {@code Outage} appends. */
    private static final String TRIED_AGAIN = " This is tried again.";

    /** Log for others: their callers are the statements. */
    private static final Set<String> HELPERS = Set.of("LogLimit", "delivery.Outage");

    boolean isTrouble() {
        return levels.contains("WARNING") || levels.contains("ERROR");
    }

    /** All statements of the kit. */
    static List<LogStatement> all() {
        return units().stream()
                .collect(Collectors.groupingBy(unit -> String.valueOf(unit.getPackageName())))
                .values()
                .stream()
                .flatMap(LogStatement::inPackage)
                .filter(it -> !HELPERS.contains(it.logger))
                .toList();
    }

    private static List<CompilationUnitTree> units() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(Papers.ROOT.resolve("impl/src/main/java"));
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    files.filter(it -> it.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            return Stream.<CompilationUnitTree>of(toArray(task.parse())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CompilationUnitTree[] toArray(Iterable<? extends CompilationUnitTree> units) {
        Stream.Builder<CompilationUnitTree> all = Stream.builder();
        units.forEach(all);
        return all.build().toArray(CompilationUnitTree[]::new);
    }

    private static Stream<LogStatement> inPackage(List<CompilationUnitTree> units) {
        Expressions expressions = new Expressions(units);
        return units.stream().flatMap(unit -> inUnit(unit, expressions));
    }

    private static Stream<LogStatement> inUnit(CompilationUnitTree unit, Expressions expressions) {
        Stream.Builder<LogStatement> found = Stream.builder();
        new TreeScanner<Void, Void>() {
            private ClassTree outermost;
            private MethodTree method;

            @Override
            public Void visitClass(ClassTree node, Void nothing) {
                ClassTree outer = outermost;
                outermost = outer == null ? node : outer;
                super.visitClass(node, nothing);
                outermost = outer;
                return null;
            }

            @Override
            public Void visitMethod(MethodTree node, Void nothing) {
                MethodTree outer = method;
                method = node;
                super.visitMethod(node, nothing);
                method = outer;
                return null;
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree node, Void nothing) {
                List<? extends ExpressionTree> arguments = node.getArguments();
                String called = node.getMethodSelect().toString();
                String first = arguments.isEmpty() ? "" : arguments.get(0).toString();
                Expressions.Place place = new Expressions.Place(outermost, method);
                String logger = String.valueOf(unit.getPackageName())
                        .concat(".")
                        .concat(outermost.getSimpleName().toString());
                if (called.equals("LOG.log")) {
                    add(
                            logger,
                            expressions.levels(arguments.get(0), place),
                            expressions.texts(arguments.get(1), place));
                } else if (first.equals("LOG") && called.endsWith(".warn")) {
                    add(logger, Set.of("WARNING"), expressions.texts(arguments.get(1), place));
                } else if (first.equals("LOG") && called.endsWith(".tell")) {
                    add(logger, Set.of("ERROR"), appended(expressions.texts(arguments.get(1), place)));
                }
                return super.visitMethodInvocation(node, nothing);
            }

            private void add(String logger, Set<String> levels, Set<String> texts) {
                found.add(new LogStatement(logger.substring(PACKAGE.length()), levels, texts));
            }
        }.scan((Tree) unit, null);
        return found.build();
    }

    private static Set<String> appended(Set<String> texts) {
        return texts.stream().map(it -> it + TRIED_AGAIN).collect(Collectors.toSet());
    }
}
