package org.recyclegan.eval.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium, driven through its driver by the WebDriver protocol (W3C, 2018). */
final class Browser implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
  private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser");
  private static final List<String> DRIVER = List.of("chromedriver");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final String base;
  private final String session;

  private Browser(Process driver, String base, Path profile, List<String> more) throws IOException {
    this.driver = driver;
    this.base = base;
    ObjectNode capabilities = MAPPER.createObjectNode();
    ObjectNode always = capabilities.putObject("capabilities").putObject("alwaysMatch");
    always.putObject("goog:loggingPrefs").put("browser", "ALL");
    ObjectNode options = always.putObject("goog:chromeOptions");
    options.put("binary", find(CHROMIUM).orElseThrow().toString());
    ArrayNode arguments = options.putArray("args");
    Stream.concat(
            Stream.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-device-scale-factor=1",
                "--user-data-dir=" + profile),
            more.stream())
        .forEach(arguments::add);
    session = post("", capabilities).path("sessionId").asText();
    post("/timeouts", MAPPER.createObjectNode().put("script", 60_000));
  }

  /** Tells whether there is a browser on this machine. */
  static boolean isInstalled() {
    return find(CHROMIUM).isPresent() && find(DRIVER).isPresent();
  }

  /** Starts one with an empty profile. */
  static Browser start(Path profile, String... more) throws IOException {
    Process driver =
        new ProcessBuilder(find(DRIVER).orElseThrow().toString(), "--port=0")
            .redirectErrorStream(true)
            .start();
    try {
      return new Browser(
          driver, "http://localhost:" + port(driver) + "/session", profile, List.of(more));
    } catch (IOException | RuntimeException e) {
      driver.destroy();
      throw e;
    }
  }

  private static int port(Process driver) throws IOException {
    // Not closed: the driver goes on to write, and must not meet a closed pipe.
    BufferedReader output = driver.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        return Integer.parseInt(started.group(1));
      }
    }
    throw new IOException("The driver ended without a port");
  }

  private static Optional<Path> find(List<String> names) {
    return Arrays.stream(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
        .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  void open(Path page) throws IOException {
    post("/url", MAPPER.createObjectNode().put("url", page.toUri().toString()));
  }

  /** Runs the body of a function, which may return a promise; returns what it comes to. */
  JsonNode run(String body) throws IOException {
    ObjectNode call = MAPPER.createObjectNode().put("script", body);
    call.putArray("args");
    return post("/execute/sync", call);
  }

  void resize(int width, int height) throws IOException {
    post("/window/rect", MAPPER.createObjectNode().put("width", width).put("height", height));
  }

  /** Returns the errors that the console was told of since it was last asked. */
  List<String> errors() throws IOException {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : post("/se/log", MAPPER.createObjectNode().put("type", "browser"))) {
      // A warning may be about this test's own reading of pixels.
      if (line.path("level").asText().equals("SEVERE")) {
        lines.add(line.path("message").asText());
      }
    }
    return lines;
  }

  /** Pretends to be a telephone of a width. */
  void pretendPhone(int width) throws IOException {
    ObjectNode call = MAPPER.createObjectNode().put("cmd", "Emulation.setDeviceMetricsOverride");
    call.putObject("params")
        .put("width", width)
        .put("height", 2 * width)
        .put("deviceScaleFactor", 2)
        .put("mobile", true);
    post("/goog/cdp/execute", call);
  }

  private JsonNode post(String path, JsonNode body) throws IOException {
    return send(path, request -> request.POST(HttpRequest.BodyPublishers.ofString(body + "")));
  }

  private interface Kind {
    HttpRequest.Builder of(HttpRequest.Builder request);
  }

  private JsonNode send(String path, Kind kind) throws IOException {
    String address = session == null ? base : base + "/" + session + path;
    try {
      HttpRequest request = kind.of(HttpRequest.newBuilder(URI.create(address))).build();
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      JsonNode value = MAPPER.readTree(answer).path("value");
      if (value.has("error")) {
        throw new IOException(value.path("error") + ": " + value.path("message"));
      }
      return value;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      send("", HttpRequest.Builder::DELETE);
    } finally {
      driver.destroy();
      try {
        if (!driver.waitFor(10, TimeUnit.SECONDS)) {
          driver.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
