package org.recyclegan.worlds.streets;

import org.recyclegan.worlds.drawing.Ease;
import org.recyclegan.worlds.drawing.GradientNoise;
import org.recyclegan.worlds.drawing.Tint;

/** The colour of what a street view shows, in a weather. */
final class Shader {

  private static final Tint SNOW = Tint.of(0xF2F5FA);
  private static final Tint LAMP = Tint.of(0xFFD890);
  private static final Tint GLASS = Tint.of(0x24303A);
  private static final Tint RED = Tint.of(0xE02818);
  private static final Tint[] WALLS = {
    Tint.of(0xB8846A), Tint.of(0xD8C49A), Tint.of(0x9A5A48), Tint.of(0xA8B0B4), Tint.of(0xC89A5A)
  };
  private static final Tint[] PAINTS = {
    Tint.of(0xB8242A), Tint.of(0x2A5AA0), Tint.of(0xD8D8D4), Tint.of(0x2E6A4A), Tint.of(0xE0A028)
  };

  private final StreetView view;
  private final GradientNoise noise;
  private Weather weather = Weather.of(Condition.DAY);

  Shader(StreetView view, long seed) {
    this.view = view;
    this.noise = new GradientNoise(seed);
  }

  void weather(Condition condition) {
    weather = Weather.of(condition);
  }

  Tint at(int row, int column) {
    int at = row * view.side + column;
    StreetMaterial material = view.material[at];
    if (material == StreetMaterial.AIR) {
      return sky(view.x(column), view.y(row));
    }
    double x = view.x(column);
    double y = view.y(row);
    Tint lit = surface(material, at).times(weather.light());
    lit = lit.plus(lamps(material, at, x));
    if (material == StreetMaterial.ASPHALT || material == StreetMaterial.LINE) {
      lit = wet(lit, at, x, y);
    }
    double haze = 1 - Math.exp(-weather.haze() * view.depth[at] / 100);
    return lit.mix(weather.skyLow(), haze);
  }

  private Tint sky(double x, double y) {
    Tint clear = weather.skyLow().mix(weather.skyHigh(), Ease.smoothstep(-0.05, 0.95, y - 0.1));
    double cloud = Ease.smoothstep(0.02, 0.5, noise.fractal(1.5 * x, 4 * y, 4));
    return clear.mix(weather.skyLow().mix(weather.light(), 0.5), 0.6 * cloud);
  }

  private Tint surface(StreetMaterial material, int at) {
    double u = view.u[at];
    double v = view.v[at];
    double key = view.key[at];
    return switch (material) {
      case FACADE -> facade(u, v, key);
      case LAWN ->
          snowy(Tint.of(0x5E8A3A).times(0.9 + 0.5 * noise.fractal(1.3 * u, 1.3 * v, 3)), 1);
      case LEAVES -> leaves(u, v, key);
      case TRUNK -> Tint.of(0x5A4232).times(0.9 - u);
      case PAVEMENT -> pavement(u, v);
      case ASPHALT -> asphalt(u, v);
      case LINE -> asphalt(u, v).mix(Tint.of(0xF4F2EA), 0.85 + 0.3 * noise.at(3 * u, 3 * v));
      case CAR_FRONT, CAR_BACK -> car(material, u, v, key);
      case PERSON -> person(u, v, key);
      case SIGN -> sign(u, v);
      case AIR -> weather.skyLow();
    };
  }

  private Tint facade(double along, double height, double key) {
    Tint wall = pick(WALLS, key).times(0.92 + 0.25 * noise.fractal(0.9 * along, 1.5 * height, 2));
    if (!window(along, height)) {
      double cornice = Math.abs(height % 3 - 2.85) < 0.12 ? 0.75 : 1;
      return wall.times(cornice * (0.75 + 0.25 * Ease.smoothstep(0, 3, height)));
    }
    double reflection = 0.25 + 0.3 * Ease.clamp(noise.at(0.5 * along, height) + 0.4);
    return GLASS.mix(weather.skyHigh(), reflection);
  }

  private static boolean window(double along, double height) {
    double across = Math.abs(along % 2.6) / 2.6;
    double up = height % 3 / 3;
    return height > 0.6 && across > 0.28 && across < 0.74 && up > 0.3 && up < 0.8;
  }

  private Tint leaves(double u, double v, double key) {
    double clump = noise.fractal(1.8 * u + 50 * key, 1.8 * v, 3);
    double round = 0.75 + 0.3 * Ease.clamp((v - 2.5) / 3.5) - 0.08 * u;
    Tint green = Tint.of(0x3F7A34).mix(Tint.of(0x86A83E), key).times(round + 0.55 * clump);
    return snowy(green, Ease.smoothstep(-0.2, 0.5, clump + 0.25 * (v - 4)));
  }

  private Tint pavement(double u, double v) {
    boolean joint = Math.abs(v % 1.5) < 0.08 || Math.abs(Math.abs(u) - 5) < 0.05;
    boolean kerb = Math.abs(u) < 3.85;
    Tint slab = Tint.of(kerb ? 0xC8C4BA : 0xA49C92).times(joint ? 0.8 : 1);
    return snowy(slab.times(0.95 + 0.3 * noise.fractal(2 * u, 2 * v, 2)), 0.95);
  }

  private Tint asphalt(double u, double v) {
    double grain = 0.95 + 0.35 * noise.fractal(2.2 * u, 0.9 * v, 3);
    Tint grey = Tint.of(0x5C5C60).times(grain);
    // Wheels keep their tracks free of snow.
    double track = Math.exp(-6 * Math.pow(Math.abs(Math.abs(u) - 1.75) - 0.8, 2));
    return snowy(grey, 0.8 - 0.65 * track + 0.4 * noise.at(u, 0.4 * v));
  }

  private Tint car(StreetMaterial material, double u, double v, double key) {
    double wide = Math.abs(u);
    if (v < 0.4 && (wide > 0.5 || v < 0.3)) {
      return Tint.of(0x18181A);
    }
    if (v > 0.95 && v < 1.38 && wide < 0.74 - 0.35 * (v - 0.92)) {
      return GLASS.mix(weather.skyLow(), 0.25 + 0.35 * (v - 0.95));
    }
    if (v > 0.6 && v < 0.82 && wide > 0.6) {
      return material == StreetMaterial.CAR_BACK ? RED : Tint.of(0xFFF6DC);
    }
    boolean plate = v > 0.42 && v < 0.58 && wide < 0.28;
    double round = 0.7 + 0.5 * v * (1 - 0.3 * wide);
    return plate ? Tint.of(0xE8E8E0) : snowy(pick(PAINTS, key).times(round), v > 1.35 ? 1 : 0);
  }

  private static Tint person(double u, double v, double key) {
    double round = 1.05 - 1.2 * u * u - 0.6 * Math.max(0, u);
    if (v > 1.5) {
      return (v > 1.72 ? Tint.of(0x3A2A20) : Tint.of(0xE0AC88)).times(round);
    }
    Tint coat = pick(PAINTS, (3.7 * key) % 1);
    return (v > 0.75 ? coat : Tint.of(0x2E3448)).times(round);
  }

  private static Tint sign(double u, double v) {
    double away = Math.hypot(u, v - 2.6);
    if (away > 0.62) {
      return Tint.of(0x8A8E92).times(1 - 3 * u);
    }
    return away > 0.42 ? Tint.of(0xD02020) : Tint.of(0xF6F4EE);
  }

  private Tint snowy(Tint colour, double amount) {
    return colour.mix(SNOW, weather.snow() * Ease.clamp(amount));
  }

  /** Head lights on the road ahead, lit windows, the cars' own lamps. */
  private Tint lamps(StreetMaterial material, int at, double x) {
    double u = view.u[at];
    double v = view.v[at];
    double dark = weather.dark();
    if (material == StreetMaterial.FACADE) {
      double home = noise.at(17.3 * Math.floor(u / 2.6) + 0.4, 5.7 * Math.floor(v / 3) + 0.6);
      return LAMP.times(window(u, v) && home > 0.08 ? 0.9 * dark : 0.03 * dark);
    }
    if (material == StreetMaterial.CAR_BACK || material == StreetMaterial.CAR_FRONT) {
      boolean lamp = v > 0.6 && v < 0.82 && Math.abs(u) > 0.6;
      Tint colour = material == StreetMaterial.CAR_BACK ? RED : Tint.of(0xFFF6DC);
      return colour.times(lamp ? 0.9 * dark : 0.08 * dark);
    }
    double beam =
        Math.exp(-2.2 * x * x) * Math.exp(-view.depth[at] / 16) * Math.min(1, view.depth[at] / 3);
    double shine = material == StreetMaterial.SIGN ? 1.2 : 1.0;
    return surface(material, at).times(LAMP).times(shine * beam * dark);
  }

  /** Water mirrors the sky, broken by ripples, the more so the flatter one looks at it. */
  private Tint wet(Tint dry, int at, double x, double y) {
    double flat = Ease.smoothstep(1.3, 0, StreetView.HORIZON - y);
    double puddles = Ease.clamp(0.6 + 1.2 * noise.fractal(0.5 * view.u[at], 0.3 * view.v[at], 2));
    double ripple = 0.85 + 0.5 * noise.at(14 * x, 30 * y);
    double amount = weather.wet() * (0.25 + 0.6 * flat) * puddles;
    return dry.times(1 - 0.3 * weather.wet()).mix(weather.skyLow().times(ripple), amount);
  }

  private static Tint pick(Tint[] from, double key) {
    return from[(int) (Ease.clamp(key) * 0.999 * from.length)];
  }
}
