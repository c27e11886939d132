package org.recyclegan.worlds.streets;

/** What a sample shows, finer than the labels tell. */
enum StreetMaterial {
  AIR(StreetClass.SKY),
  FACADE(StreetClass.BUILDING),
  LAWN(StreetClass.VEGETATION),
  LEAVES(StreetClass.VEGETATION),
  TRUNK(StreetClass.VEGETATION),
  PAVEMENT(StreetClass.SIDEWALK),
  ASPHALT(StreetClass.ROAD),
  LINE(StreetClass.MARKING),
  CAR_FRONT(StreetClass.CAR),
  CAR_BACK(StreetClass.CAR),
  PERSON(StreetClass.PERSON),
  SIGN(StreetClass.SIGN);

  final StreetClass label;

  StreetMaterial(StreetClass label) {
    this.label = label;
  }
}
