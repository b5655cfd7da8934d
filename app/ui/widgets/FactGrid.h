#pragma once

#include "app/ui/style/Palette.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace motcua::ui {

class TextLabel;

/// What is known about something: a name and what it is.
struct Fact {
    QString name;
    QString value;
    Tone tone = Tone::Neutral;
};

/// Facts one below the other, names in one column, two fifths of the width at most, values beside them. Facts without a value are left out.
class FactGrid : public QWidget {
    Q_OBJECT

public:
    explicit FactGrid(QWidget* parent = nullptr);

    void setFacts(const std::vector<Fact>& facts);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        TextLabel* name;
        TextLabel* value;
    };

    /// No name is given more than it needs, and a long one is broken rather than squeezing what it is the name of.
    void fitNames();

    QGridLayout* m_grid;
    std::vector<Line> m_lines;
};

}
