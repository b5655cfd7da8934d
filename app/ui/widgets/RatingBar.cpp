#include "app/ui/widgets/RatingBar.h"

#include "app/ui/style/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace motcua::ui {

RatingBar::RatingBar(QWidget* parent) : QWidget(parent) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme().metrics().space(2));
    for (int i = 0; i < 5; ++i) {
        auto* button = new QPushButton(this);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setProperty("kind", QStringLiteral("rating"));
        connect(button, &QPushButton::clicked, this, [this, i] { choose(m_score == i + 1 ? 0 : i + 1); });
        m_buttons[static_cast<size_t>(i)] = button;
        line->addWidget(button, 1);
    }
    setFocusProxy(m_buttons.back());
    retranslate();
    setScore(0);
}

QString RatingBar::wordFor(int score) {
    switch (score) {
    case 1: return tr("Very dissatisfied");
    case 2: return tr("Dissatisfied");
    case 3: return tr("Neutral");
    case 4: return tr("Satisfied");
    case 5: return tr("Very satisfied");
    default: return tr("Not rated");
    }
}

void RatingBar::setScore(int score) {
    m_score = qBound(0, score, 5);
    for (int i = 0; i < 5; ++i) {
        QPushButton* button = m_buttons[static_cast<size_t>(i)];
        button->setChecked(i + 1 == m_score);
        button->setIcon(Theme::icon(QStringLiteral("star"), i < m_score ? Token::AccentText : Token::TextMuted));
    }
}

void RatingBar::choose(int score) {
    setScore(score);
    emit scoreChanged(m_score);
}

void RatingBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_5)
        choose(event->key() - Qt::Key_0);
    else
        QWidget::keyPressEvent(event);
}

void RatingBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RatingBar::retranslate() {
    for (int i = 0; i < 5; ++i) {
        QPushButton* button = m_buttons[static_cast<size_t>(i)];
        button->setText(QStringLiteral("%1  %2").arg(i + 1).arg(wordFor(i + 1)));
        button->setAccessibleName(wordFor(i + 1));
    }
    setAccessibleName(tr("The citizen's rating"));
}

}
