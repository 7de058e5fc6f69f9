package parley.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A Java file with the sizes of its methods, measured with the compiler's own parser. */
record SourceFile(Path path, List<String> lines, List<Method> methods) {
    /** A method's body in lines, braces included. */
    record Method(String name, int lines) {}

    static List<SourceFile> under(String folder) {
        if (!Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return parse(files.filter(path -> path.toString().endsWith(".java")).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SourceFile> parse(List<Path> paths) throws IOException {
        if (paths.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(paths));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<SourceFile> files = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Path path = Path.of(unit.getSourceFile().toUri());
                files.add(new SourceFile(path, Files.readAllLines(path), measure(unit, positions)));
            }
            return files;
        }
    }

    private static List<Method> measure(CompilationUnitTree unit, SourcePositions positions) {
        List<Method> methods = new ArrayList<>();
        LineMap map = unit.getLineMap();
        new TreeScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree tree, String outer) {
                return super.visitClass(tree, outer + "." + tree.getSimpleName());
            }

            @Override
            public Void visitMethod(MethodTree tree, String type) {
                if (tree.getBody() != null && positions.getEndPosition(unit, tree) > 0) {
                    long from = map.getLineNumber(positions.getStartPosition(unit, tree.getBody()));
                    long to = map.getLineNumber(positions.getEndPosition(unit, tree.getBody()));
                    methods.add(new Method(type + "." + tree.getName(), (int) (to - from + 1)));
                }
                return super.visitMethod(tree, type);
            }
        }.scan(unit, "");
        return methods;
    }
}
