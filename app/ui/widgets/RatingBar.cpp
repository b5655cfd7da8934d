#include "app/ui/widgets/RatingBar.h"

#include "app/ui/style/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace motcua::ui {

namespace {

/// Broken at the blank nearest to the middle.
QString inTwoLines(const QString& words) {
    qsizetype best = -1;
    for (qsizetype at = words.indexOf(QLatin1Char(' ')); at >= 0; at = words.indexOf(QLatin1Char(' '), at + 1))
        if (best < 0 || qAbs(at - words.size() / 2) < qAbs(best - words.size() / 2))
            best = at;
    return best < 0 ? words : words.left(best) + QLatin1Char('\n') + words.mid(best + 1);
}

}

RatingBar::RatingBar(QWidget* parent) : QWidget(parent) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme().metrics().space(1));
    for (int i = 0; i < 5; ++i) {
        auto* button = new QPushButton(this);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        button->setProperty("kind", QStringLiteral("rating"));
        connect(button, &QPushButton::clicked, this, [this, i] { choose(m_score == i + 1 ? 0 : i + 1); });
        m_buttons[static_cast<size_t>(i)] = button;
        line->addWidget(button, 1);
    }
    retranslate();
    setScore(0);
}

QString RatingBar::wordFor(int score) {
    switch (score) {
    case 1:
        return tr("Very dissatisfied");
    case 2:
        return tr("Dissatisfied");
    case 3:
        return tr("Neutral");
    case 4:
        return tr("Satisfied");
    case 5:
        return tr("Very satisfied");
    default:
        return tr("Not rated");
    }
}

void RatingBar::setScore(int score) {
    m_score = qBound(0, score, 5);
    for (int i = 0; i < 5; ++i) {
        QPushButton* button = m_buttons[static_cast<size_t>(i)];
        button->setChecked(i + 1 == m_score);
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
        button->setText(QStringLiteral("%1\n%2").arg(i + 1).arg(inTwoLines(wordFor(i + 1))));
        button->setAccessibleName(wordFor(i + 1));
    }
    setAccessibleName(tr("The citizen's rating"));
}

}
