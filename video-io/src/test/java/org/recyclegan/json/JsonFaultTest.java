package org.recyclegan.json;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFaultTest {

  record Size(int width, String unit) {
    Size {
      if (width < 1) {
        throw new IllegalArgumentException("A width of " + width + " is below 1");
      }
    }
  }

  record Settings(Size size, List<Size> others) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // An entry of another version, at any depth.
        "{'size':{'width':1,'unit':'px','dpi':3},'others':[]} | size.dpi",
        "{'size':{'width':1,'unit':'px'},'others':[{'width':1,'unit':'px','dpi':3}]} |"
            + " others.0.dpi",
        "{'size':{'width':1,'unit':'px'},'others':[],'more':1} | more",
        // An entry that is missing.
        "{'size':{'width':1},'others':[]} | size.unit",
        "{'size':{'width':1,'unit':'px'}} | others",
        // An entry of another kind, or none.
        "{'size':{'width':'wide','unit':'px'},'others':[]} | size.width",
        "{'size':{'width':null,'unit':'px'},'others':[]} | size.width",
        "{'size':[],'others':[]} | size",
        // A value that the record itself refuses.
        "{'size':{'width':-7,'unit':'px'},'others':[]} | -7",
        // No JSON at all.
        "{'size':  | JSON",
        "no json | JSON"
      })
  void whatIsWrongIsNamedAsTheFileNamesIt(String text, String named) {
    JsonProcessingException e =
        assertThrows(
            JsonProcessingException.class,
            () -> Json.RECORDS.parse(text.replace('\'', '"'), Settings.class));
    String found = JsonFault.of(e);
    assertTrue(found.contains(named), found);
    assertFalse(found.contains("recyclegan") || found.contains("java."), found);
    assertFalse(found.contains("\n"), found);
  }
}
