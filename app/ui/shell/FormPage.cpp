#include "app/ui/shell/FormPage.h"

#include "app/ui/shell/BrandPanel.h"
#include "app/ui/style/Theme.h"

#include <QHBoxLayout>

namespace motcua::ui {

QVBoxLayout* layOutBesideBrand(QWidget* page) {
    const Metrics& metrics = theme().metrics();
    auto* line = new QHBoxLayout(page);
    line->setContentsMargins({});
    line->setSpacing(0);
    auto* brand = new BrandPanel(page);
    brand->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    line->addWidget(brand, 2);
    auto* form = new QWidget(page);
    form->setFixedWidth(metrics.px(400));
    line->addStretch(1);
    auto* middle = new QVBoxLayout;
    middle->addStretch(2);
    middle->addWidget(form);
    middle->addStretch(3);
    line->addLayout(middle);
    line->addStretch(1);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins({});
    column->setSpacing(metrics.space(4));
    return column;
}

}
