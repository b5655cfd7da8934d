#pragma once

#include <QVBoxLayout>
#include <QWidget>

namespace motcua::ui {

/// Puts the brand beside a form of fixed width in the middle of the rest of `page`; returns the form's column.
QVBoxLayout* layOutBesideBrand(QWidget* page);

}
