#pragma once

#include <QString>

namespace motcua::forms {

/// What is wrong with a template, in a line of it (from 1). `name` is the value it is about, or blank.
struct TemplateFault {
    int line = 0;
    QString name;
    const char* reason = "";
    QString tag = {}; ///< the tag it is about, as `<img width>`, or blank
};

}
