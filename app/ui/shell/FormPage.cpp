#include "app/ui/shell/FormPage.h"

#include "app/ui/shell/BrandPanel.h"
#include "app/ui/style/Theme.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace motcua::ui {

QVBoxLayout* layOutBesideBrand(QWidget* page) {
    const Metrics& metrics = theme().metrics();
    auto* line = new QHBoxLayout(page);
    line->setContentsMargins({});
    line->setSpacing(0);
    auto* brand = new BrandPanel(page);
    brand->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    line->addWidget(brand, 2);
    // A long form on a low screen, or large text, scrolls.
    auto* scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* canvas = new QWidget(scroll);
    canvas->setObjectName(QStringLiteral("canvas"));
    auto* form = new QWidget(canvas);
    form->setFixedWidth(metrics.px(400));
    auto* middle = new QVBoxLayout(canvas);
    middle->setContentsMargins(metrics.space(4), metrics.space(6), metrics.space(4), metrics.space(6));
    middle->addStretch(2);
    // Not aligned by the layout: alignment would ignore that wrapped words make the form taller.
    auto* centred = new QHBoxLayout;
    centred->addStretch();
    centred->addWidget(form);
    centred->addStretch();
    middle->addLayout(centred);
    middle->addStretch(3);
    scroll->setWidget(canvas);
    line->addWidget(scroll, 3);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins({});
    column->setSpacing(metrics.space(4));
    return column;
}

}
