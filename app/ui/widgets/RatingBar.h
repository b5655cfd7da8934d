#pragma once

#include <QWidget>

#include <array>

class QPushButton;

namespace motcua::ui {

/// Five buttons from very dissatisfied to very satisfied; the citizen points, or the clerk presses 1 to 5.
class RatingBar : public QWidget {
    Q_OBJECT

public:
    explicit RatingBar(QWidget* parent = nullptr);

    /// 1–5; 0: none given.
    int score() const { return m_score; }
    void setScore(int score);
    static QString wordFor(int score);

signals:
    void scoreChanged(int score);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void choose(int score);
    void retranslate();

    std::array<QPushButton*, 5> m_buttons{};
    int m_score = 0;
};

}
