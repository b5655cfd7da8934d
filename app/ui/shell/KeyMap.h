#pragma once

#include "app/ui/shell/Overlay.h"
#include "app/ui/widgets/PlacePage.h"

class QGridLayout;
class QLabel;

namespace motcua::ui {

class ScrollColumn;

/// F1: the keys of the place in front and of the whole window, in as many columns as the window has room for.
class KeyMap : public Overlay {
    Q_OBJECT

public:
    explicit KeyMap(QWidget* parent);

    void show(const QString& place, const std::vector<KeyLine>& keys, const std::vector<KeyLine>& everywhere);

protected:
    QRect panelArea() const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A heading where `keys` is null.
    struct Line {
        QWidget* keys;
        QLabel* words;
        int height;
    };

    int panelWidth() const;
    int keysWidth() const;
    void build();
    std::vector<Line> makeLines(int wordsWidth) const;
    void addLine(QGridLayout& column, const Line& line) const;

    QString m_place;
    std::vector<KeyLine> m_ofPlace;
    std::vector<KeyLine> m_everywhere;
    QWidget* m_content;
    ScrollColumn* m_scroll;
    int m_builtFor = 0; ///< width of the panel that the lines were laid out for
};

}
