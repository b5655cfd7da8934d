#include "app/ui/shell/Rail.h"

#include "app/ui/shell/RailButton.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/IconLabel.h"
#include "app/ui/widgets/TextLabel.h"

#include <QKeyEvent>
#include <QShortcut>

namespace motcua::ui {

Rail::Rail(QWidget* parent)
    : QFrame(parent), m_list(new QVBoxLayout), m_name(new TextLabel(TextRole::Section, QStringLiteral("Một Cửa"), this)),
      m_caption(new TextLabel(TextRole::Caption, this)) {
    setObjectName(QStringLiteral("rail"));
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.space(3), metrics.space(4), metrics.space(3), metrics.space(3));
    column->setSpacing(metrics.space(4));
    auto* brand = new QHBoxLayout;
    brand->setContentsMargins(metrics.space(2), 0, 0, 0);
    brand->setSpacing(metrics.space(3));
    brand->addWidget(new IconLabel(QStringLiteral("motcua"), Token::RailTextSelected, 26, this));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_name->setObjectName(QStringLiteral("brand"));
    m_caption->setObjectName(QStringLiteral("brandCaption"));
    words->addWidget(m_name);
    words->addWidget(m_caption);
    brand->addLayout(words, 1);
    column->addLayout(brand);
    m_list->setSpacing(metrics.px(2));
    column->addLayout(m_list);
    column->addStretch();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    retranslate();
}

void Rail::setPlaces(const std::vector<const Place*>& places) {
    for (const Item& item : m_items)
        delete item.button;
    m_items.clear();
    int number = 0;
    for (const Place* place : places) {
        auto* button = new RailButton(place->icon, ++number, this);
        button->setCount(m_counts.value(place->id));
        button->setCompact(m_compact);
        connect(button, &QPushButton::clicked, this, [this, id = place->id] { emit chosen(id); });
        if (number <= 9) {
            auto* key = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number)), button);
            key->setContext(Qt::WindowShortcut);
            connect(key, &QShortcut::activated, this, [this, id = place->id] { emit chosen(id); });
        }
        m_list->addWidget(button);
        m_items.push_back({place, button});
    }
    retranslate();
}

void Rail::setCompact(bool compact) {
    m_compact = compact;
    m_name->setVisible(!compact);
    m_caption->setVisible(!compact);
    for (const Item& item : m_items)
        item.button->setCompact(compact);
}

RailButton* Rail::buttonOf(const QString& id) const {
    for (const Item& item : m_items)
        if (item.place->id == id)
            return item.button;
    return nullptr;
}

void Rail::select(const QString& id) {
    if (RailButton* button = buttonOf(id))
        button->setChecked(true);
}

void Rail::setCount(const QString& id, int count) {
    m_counts.insert(id, count);
    if (RailButton* button = buttonOf(id))
        button->setCount(count);
}

void Rail::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else if (event->key() == Qt::Key_Down)
        focusNextChild();
    else
        QFrame::keyPressEvent(event);
}

void Rail::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void Rail::retranslate() {
    m_caption->setText(tr("Commune counter"));
    setAccessibleName(tr("Places"));
    for (const Item& item : m_items)
        item.button->setName(item.place->name());
    for (QShortcut* key : findChildren<QShortcut*>())
        key->setWhatsThis(tr("Go to a place"));
}

}
